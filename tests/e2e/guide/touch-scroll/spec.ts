import { test } from '../../support/test.ts'
import { runScenario } from '../support/run-scenario.ts'
import { scenario } from './scenario.ts'

test.skip(({ browserName }) => browserName !== 'chromium', 'a finger is played by Chromium’s own protocol')
runScenario(scenario)
