#!/usr/bin/env node
import { runDocent } from './run-docent.ts'
import { processTerminal } from './terminal.ts'

process.exitCode = await runDocent(process.argv.slice(2), processTerminal)
