#!/usr/bin/env node
import { parseArgs } from 'node:util'
import { isStartError } from './base/start-error.ts'
import { createServer } from './create-server.ts'
import { describeStart } from './describe-start.ts'
import { optionsFromEnvironment } from './options/options-from-environment.ts'
import { resolveOptions } from './options/resolve-options.ts'
import { printSignInLink } from './print-sign-in-link.ts'

const help = `docent-server                           starts the server
docent-server sign-in-link [email]      prints a link that signs an agent in once; without an address, the owner

Environment: HOST (127.0.0.1), PORT (4100), DATA_DIR (.data/docent), DATABASE_URL (postgres://… instead of the file),
DOCENT_CONFIG (docent.config.json in the data folder), PUBLIC_URL, INBOX_DIR, CDN_DIR, TRUST_PROXY.`

async function start(): Promise<void> {
  const options = optionsFromEnvironment(process.env)
  const server = await createServer(options)
  const { dataDir, databaseUrl } = resolveOptions(options)
  const command = process.env.DOCENT_COMMAND ?? 'npx docent-server'
  console.log(describeStart({ url: server.url, dataDir, databaseUrl, command }))
  const stop = () => {
    server.close().then(
      () => process.exit(0),
      (error) => fail(error),
    )
  }
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
}

function fail(error: unknown): never {
  console.error(isStartError(error) ? error.message : error)
  process.exit(1)
}

async function run(): Promise<void> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { help: { type: 'boolean', short: 'h' } },
  })
  const [command, email] = positionals
  if (values.help) console.log(help)
  else if (command === undefined) await start()
  else if (command === 'sign-in-link') console.log(await printSignInLink(optionsFromEnvironment(process.env), email))
  else throw new Error(`There is no command "${command}".\n\n${help}`)
}

run().catch(fail)
