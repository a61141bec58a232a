import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { root } from './workspace.ts'

/** `pnpm dev`: the SaaS example with everything from source; a change in the widget's source rebuilds its files. */
const child = spawn(
  process.execPath,
  ['--import', 'tsx', '--conditions=source', join(root, 'examples/saas-demo/server/dev.ts'), ...process.argv.slice(2)],
  {
    cwd: root,
    stdio: 'inherit',
  },
)
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal))
child.on('exit', (code) => process.exit(code ?? 0))
