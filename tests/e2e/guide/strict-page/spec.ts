import { scriptTag } from '../../support/host-page.ts'
import { runScenario } from '../support/run-scenario.ts'
import { scenario } from './scenario.ts'

// The script tag is there twice, as on a page that is put together of parts.
runScenario(scenario, scriptTag(undefined, ' nonce="n"'))
