import { runScenario } from '../support/run-scenario.ts'
import { scenario } from './scenario.ts'

runScenario(scenario)
