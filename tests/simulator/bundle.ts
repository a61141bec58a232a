import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build, type PluginBuild } from 'esbuild'

/** One place in a file, and what stands there instead. */
export interface Change {
  /** From the repository's root. */
  readonly file: string
  readonly from: string
  readonly to: string
}

export type Simulation = typeof import('./simulation.ts')

/**
 * The simulator with the widget in it, as one file: so `import()` costs no turn of the event loop, and a run is the same every
 * time. @param changes Made to the sources on the way; each must find its place.
 */
export async function loadSimulation(changes: readonly Change[] = []): Promise<Simulation> {
  const folder = await mkdtemp(join(tmpdir(), 'docent-simulation-'))
  const outfile = join(folder, 'simulation.mjs')
  try {
    await build({
      entryPoints: [join(import.meta.dirname, 'simulation.ts')],
      ...{ outfile, bundle: true, format: 'esm', platform: 'node', target: 'node20', conditions: ['source'] },
      ...{ logLevel: 'error', jsx: 'automatic', jsxImportSource: 'preact' },
      plugins: [{ name: 'changes', setup: (context) => changeSources(context, changes) }],
    })
    return (await import(pathToFileURL(outfile).href)) as Simulation
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

function changeSources({ onLoad, onEnd }: PluginBuild, changes: readonly Change[]): void {
  const made = new Set<Change>()
  for (const file of new Set(changes.map((change) => change.file))) {
    const filter = new RegExp(`/${file.replace(/[.]/g, '\\.')}$`)
    onLoad({ filter }, async ({ path }) => {
      let contents = await readFile(path, 'utf8')
      for (const change of changes.filter((candidate) => candidate.file === file)) {
        if (contents.split(change.from).length !== 2) throw new Error(`not found once in ${file}: ${change.from}`)
        contents = contents.replace(change.from, () => change.to)
        made.add(change)
      }
      return { contents, loader: path.endsWith('x') ? 'tsx' : 'ts' }
    })
  }
  onEnd(() => {
    const missed = changes.find((change) => !made.has(change))
    if (missed) throw new Error(`${missed.file} is not part of the simulation`)
  })
}
