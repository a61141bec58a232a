import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { build } from './build.ts'
import { packagesDir } from './workspace.ts'

/** `pnpm serve`: docent-server from source. HOST, PORT, DATA_DIR, DATABASE_URL and DOCENT_CONFIG are its own. */
const missing = [
  ...(existsSync(join(packagesDir, 'widget/dist/cdn/widget.js')) ? [] : (['cdn'] as const)),
  ...(existsSync(join(packagesDir, 'inbox/dist/index.html')) ? [] : (['inbox'] as const)),
]
await build(missing)
const child = spawn(
  process.execPath,
  ['--import', 'tsx', '--conditions=source', join(packagesDir, 'server/src/bin.ts'), ...process.argv.slice(2)],
  {
    stdio: 'inherit',
    env: { ...process.env, DOCENT_COMMAND: 'npm run serve' },
  },
)
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal))
child.on('exit', (code) => process.exit(code ?? 0))
