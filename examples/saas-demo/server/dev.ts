/** `pnpm dev` in this folder: the demo with Vite in front of the pages, which reload while you edit them. */
import { join, resolve } from 'node:path'
import { createServer } from 'vite'
import { choosePort } from './free-port.ts'
import { addressInPage } from './page.ts'
import { readPort } from './read-port.ts'
import { startDemo } from './start-demo.ts'

const exampleDir = join(import.meta.dirname, '..')
const docentPort = await choosePort(readPort('PORT', 4100), 'docent-server')
const vitePort = await choosePort(readPort('APP_PORT', 4000), 'Paperlane', [docentPort])
const apiPort = await choosePort(vitePort + 1, "Paperlane's API", [docentPort, vitePort])
const dataDir = resolve(process.env.DATA_DIR || join(exampleDir, '../../.data'))
const demo = await startDemo({ appPort: apiPort, docentPort, dataDir, pagesDir: exampleDir })

const vite = await createServer({
  root: exampleDir,
  appType: 'spa',
  server: { port: vitePort, strictPort: true, proxy: { '/api': demo.appUrl } },
  plugins: [{ name: 'docent-address', transformIndexHtml: (html) => html.replaceAll(addressInPage, demo.docentUrl) }],
})
await vite.listen()
console.log(`\n  Paperlane   http://localhost:${vitePort}\n  Inbox       ${demo.inboxLink}\n`)

async function stop(): Promise<void> {
  await Promise.all([vite.close(), demo.close()])
  process.exit(0)
}
process.once('SIGINT', stop)
process.once('SIGTERM', stop)
