import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { build } from './build.ts'
import { root } from './workspace.ts'

/** `npm run demo`: builds what a browser needs, then starts the SaaS example with its docent-server and inbox. */
await build(['cdn', 'inbox', 'demo'])
const child = spawn(
  process.execPath,
  ['--import', 'tsx', '--conditions=source', join(root, 'examples/saas-demo/server/demo.ts')],
  {
    cwd: root,
    stdio: 'inherit',
  },
)
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal))
child.on('exit', (code) => process.exit(code ?? 0))
