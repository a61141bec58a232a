/** `npm run demo`: Paperlane, docent-server and the inbox. APP_PORT, PORT and DATA_DIR say where, when not the usual. */
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { choosePort } from './free-port.ts'
import { readPort } from './read-port.ts'
import { startDemo } from './start-demo.ts'

const repository = join(import.meta.dirname, '../../..')

/** What must be built, and by which part of `pnpm build`. */
const built = {
  'packages/widget/dist/cdn/loader.js': 'cdn',
  'packages/inbox/dist/index.html': 'inbox',
  'examples/saas-demo/dist/app/index.html': 'demo',
  'examples/saas-demo/dist/help/manifest.json': 'demo',
}

async function run(): Promise<void> {
  const missing = Object.keys(built).filter((file) => !existsSync(join(repository, file)))
  if (missing.length > 0) throw new Error(`Not built yet: ${missing.join(', ')}. Run "pnpm build", then try again.`)

  const docentPort = await choosePort(readPort('PORT', 4100), 'docent-server')
  const appPort = await choosePort(readPort('APP_PORT', 4000), 'Paperlane', [docentPort])
  const dataDir = resolve(process.env.DATA_DIR || join(repository, '.data'))
  const demo = await startDemo({ appPort, docentPort, dataDir })

  console.log(`
  Paperlane   ${demo.appUrl}
              the app of this example: sign up, and find Docent in the corner

  Inbox       ${demo.inboxLink}
              signs you in as Mara Kalniņa; the link works once

  Data is kept in ${dataDir}. Stop with Ctrl C.
`)
  const stop = () => {
    demo.close().then(() => process.exit(0), fail)
  }
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
}

function fail(error: unknown): never {
  console.error(error instanceof Error ? `\n${error.message}\n` : error)
  process.exit(1)
}

run().catch(fail)
