import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { buildCdn } from './build-cdn.ts'
import { buildPackage, publishedPackages } from './build-package.ts'
import { packagesDir, root } from './workspace.ts'

/** `pnpm build`: everything, or only the parts named: cdn, inbox, demo, packages. */
const parts = {
  cdn: async () => void (await buildCdn()),
  inbox: async () => script(join(packagesDir, 'inbox'), 'build'),
  demo: async () => script(join(root, 'examples/saas-demo'), 'build'),
  packages: async () => {
    for (const folder of publishedPackages) await buildPackage(folder)
  },
} as const
type Part = keyof typeof parts

function script(cwd: string, name: string): void {
  const { status } = spawnSync('pnpm', ['-s', 'run', name], {
    cwd,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  })
  if (status !== 0) throw new Error(`"pnpm ${name}" failed in ${cwd}`)
}

export async function build(names: readonly Part[]): Promise<void> {
  for (const name of names) {
    const start = Date.now()
    await parts[name]()
    console.log(`built ${name} in ${((Date.now() - start) / 1000).toFixed(1)} s`)
  }
}

export const isPart = (name: string): name is Part => Object.hasOwn(parts, name)
export const allParts = Object.keys(parts) as Part[]
