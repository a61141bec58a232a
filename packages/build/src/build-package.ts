import { copyFile } from 'node:fs/promises'
import { join } from 'node:path'
import { build as bundle } from 'esbuild'
import { build, type Options } from 'tsup'
import { cssTextForEsbuild } from './css-text.ts'
import { type Manifest, packagesDir, readManifest } from './workspace.ts'

/** Packages that run in a page: ESM for bundlers, CommonJS for the test runners that still want it. */
const forBrowsers = [
  'protocol',
  'core',
  'ui',
  'chat',
  'faq',
  'checklist',
  'guide',
  'news',
  'transports',
  'widget',
  'testkit',
]
/** Packages that run on Node: ESM. */
const forNode = ['server', 'cli']
export const publishedPackages: readonly string[] = [...forBrowsers, ...forNode]

/** What a package for Node puts into the pages of others: one script each, beside its modules. */
const scripts: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  cli: { probe: 'src/check-page/probe.ts' },
}

/** Entry files by the name of what they become in dist/, read off the manifest: what is exported is what is built. */
function entriesOf(cwd: string, { exports = {}, bin = {} }: Manifest): Record<string, string> {
  const entries: Record<string, string> = {}
  for (const target of Object.values(exports)) {
    if (typeof target === 'string' || !target.source?.match(/\.tsx?$/)) continue
    const built = target.default ?? ''
    entries[built.replace(/^\.\/dist\/|\.js$/g, '')] = join(cwd, target.source)
  }
  for (const path of Object.values(bin))
    entries[path.replace(/^\.\/dist\/|\.js$/g, '')] = join(cwd, 'src', `${path.replace(/^\.\/dist\/|\.js$/g, '')}.ts`)
  return entries
}

/** One npm package: JavaScript with chunks for what loads on need, and types. */
export async function buildPackage(folder: string): Promise<void> {
  const cwd = join(packagesDir, folder)
  const manifest = readManifest(folder)
  const browser = forBrowsers.includes(folder)
  const options: Options = {
    entry: entriesOf(cwd, manifest),
    outDir: join(cwd, 'dist'),
    format: browser ? ['esm', 'cjs'] : ['esm'],
    target: browser ? 'es2022' : 'node20',
    platform: browser ? 'neutral' : 'node',
    splitting: true,
    treeshake: false,
    sourcemap: true,
    clean: false,
    silent: true,
    tsconfig: join(cwd, '../../tsconfig.json'),
    dts: { compilerOptions: { ignoreDeprecations: '6.0', noEmit: false, emitDeclarationOnly: true, composite: false } },
    esbuildPlugins: [cssTextForEsbuild()],
    esbuildOptions: (esbuild) => {
      esbuild.jsx = 'automatic'
      esbuild.jsxImportSource = 'preact'
    },
  }
  const before = process.cwd()
  process.chdir(cwd)
  try {
    await build(options)
  } finally {
    process.chdir(before)
  }
  for (const [name, source] of Object.entries(scripts[folder] ?? {}))
    await bundle({
      ...{ entryPoints: [join(cwd, source)], outfile: join(cwd, 'dist', `${name}.js`), bundle: true, minify: true },
      ...{ format: 'iife', target: 'es2022', conditions: ['source'] },
    })
  for (const target of Object.values(manifest.exports ?? {})) {
    if (typeof target === 'string' || !target.source?.endsWith('.css')) continue
    await copyFile(join(cwd, target.source), join(cwd, target.default ?? ''))
  }
}
