import { copyFile, mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import nodeResolve from '@rollup/plugin-node-resolve'
import { transform } from 'esbuild'
import { type GetModuleInfo, type ManualChunkMeta, type OutputBundle, type Plugin, rollup } from 'rollup'
import { minify as terser } from 'terser'
import { cssTextForRollup } from './css-text.ts'
import { packagesDir, root } from './workspace.ts'

/**
 * The files of the script tag. Rollup, not tsup: it puts what the entry shares with its chunks into the entry, so that a cold
 * page view is two requests, and lets us say which modules travel together. See docs/decisions/0002.
 */
export const cdnDir = join(packagesDir, 'widget/dist/cdn')

/** es2022: every browser that has constructable style sheets, `light-dark()` and relative colours has it. */
const target = 'es2022'

const stripTypes = (): Plugin => ({
  name: 'strip-types',
  async transform(code, id) {
    if (!/\.tsx?$/.test(id)) return null
    const source = id.endsWith('x')
      ? `import { h as jsxElement, Fragment as jsxFragment } from 'preact'\n${code}`
      : code
    const { code: js, map } = await transform(source, {
      loader: id.endsWith('x') ? 'tsx' : 'ts',
      // The classic factory: the automatic runtime is 0.3 kB more in every page's bundle.
      jsx: 'transform',
      jsxFactory: 'jsxElement',
      jsxFragment: 'jsxFragment',
      target,
      sourcefile: id,
      sourcemap: true,
    })
    return { code: js, map }
  },
})

const minify = (format: 'esm' | 'iife'): Plugin => ({
  name: 'minify',
  async renderChunk(code) {
    const result = await terser(code, {
      module: format === 'esm',
      ecma: 2020,
      compress: { passes: 5, inline: 1, loops: false, unsafe: true, unsafe_arrows: true, keep_fargs: false },
      mangle: { toplevel: true },
      format: { comments: false },
    })
    return { code: result.code ?? '', map: null }
  },
})

/**
 * A file that could not be fetched is asked for again under a fresh address: browsers remember that an address failed, also
 * when it was another file's import. So chunks find each other through one function, and widget.js by the query that it was
 * itself loaded with. A fresh fragment is a fresh module and the same file.
 */
const retryFailedChunks = (): Plugin => ({
  name: 'retry-failed-chunks',
  renderDynamicImport: () => ({ left: 'loadPart(', right: ')' }),
  renderChunk(code, chunk) {
    const query = 'new URL(import.meta.url).search'
    if (chunk.isEntry) {
      const load = `path=>{path+=${query};return parts[path]??=import(path).catch(()=>import(path+"#"+Date.now())).catch(error=>{delete parts[path];throw error})}`
      return { code: `const parts={};const loadPart=${load};\n${code}\nexport{loadPart};`, map: null }
    }
    const wanted: { readonly names: string; readonly file: string }[] = []
    const rest = code.replace(
      /^import(?: \{([^}]*)\} from)? '(\.\/[^']+)';$/gm,
      (_, names: string | undefined, file: string) => {
        wanted.push({ names: (names ?? '').replace(/ as /g, ': '), file })
        return ''
      },
    )
    if (/^import\b/m.test(rest)) this.error(`an import of ${chunk.name} was not understood`)
    const base = wanted.filter(({ file }) => file === './widget.js').map(({ names }) => names)
    const others = wanted.filter(({ file }) => file !== './widget.js')
    const take = `const [${others.map(({ names }) => `{${names}}`).join(',')}] = await Promise.all([${others.map(({ file }) => `loadPart('${file}')`).join(',')}]);`
    return {
      code: `const {${['loadPart', ...base].join(',')}}=await import('./widget.js'+${query});\n${others.length > 0 ? take : ''}\n${rest}`,
      map: null,
    }
  },
})

const plugins = (format: 'esm' | 'iife'): Plugin[] => [
  cssTextForRollup(),
  nodeResolve({
    exportConditions: ['source', 'browser', 'module', 'import', 'default'],
    extensions: ['.ts', '.tsx', '.js', '.mjs'],
  }),
  stripTypes(),
  ...(format === 'esm' ? [retryFailedChunks()] : []),
  minify(format),
]

/** Which modules travel together. First match wins; the rest is left to rollup. */
const companions: readonly (readonly [chunk: string, modules: RegExp])[] = [
  // With the first command.
  ['deliver', /\/core\/src\/engine\/(deliver|lanes|unsure)/],
  [
    'engine',
    /\/(core\/src\/(engine\/|browser\/lock)|protocol\/src\/(guards|wire|error)|transports\/src\/http\/(?!http\.ts|index\.ts|send-file)|chat\/src\/(cache|history|record|reduce|state)\.ts)/,
  ],
  // A page with rules for tours needs both; together they are one request.
  [
    'targeting',
    /\/(core\/src\/(targeting\/(?!explain)|rules\/evaluate|browser\/typing)|guide\/src\/(model|reduce|options|tour\/))/,
  ],
  // What tips and tours draw with.
  [
    'beside',
    /\/(guide\/src\/(view\/(element|box-of|watch-boxes|place-beside)|target\/(resolve|visible))|@floating-ui\/)/,
  ],
  ['checklist', /\/checklist\/src\/(model|reduce|ledger|keys|snooze-end)/],
  ['help-model', /\/faq\/src\/(model|reduce|matches-page|content\/(?!inline)|search\/(search|excerpt))/],
  ['help', /\/faq\/src\/(view\/(?!home|SearchCard|article\/|page-card|PageCard)|messages)/],
  // Tours and tips draw with the sheets alone, so these are apart; together they share one dictionary.
  ['theme', /\/(ui\/src\/(theme\/(?!base)|host\/keep|(panel|parts)\/p.*\.css)|chat\/.*chat\.css)/],
  // Part of the packages' public faces, and so within reach of the entry, but not used by it.
  ['check', /\/(widget\/src\/check-script|core\/src\/(check-|options)|(chat|faq)\/src\/check-)/],
  // A page with checklists has them checked and made at once.
  ['definitions', /\/((widget|checklist|guide)\/src\/check-|checklist\/src\/feature)/],
  ['storage', /\/(core\/src\/storage\/(idb|memory|session|open-storage|tell-tabs)|idb-keyval\/)/],
  // Whatever opens it wants all of this, renderer included: one dictionary again.
  [
    'panel',
    /\/(node_modules\/(preact|@preact\/signals)\/|ui\/src\/(panel|home|messages|parts\/(?!icons\/more|RichTextView|Ring|reply-time))|protocol\/src\/safe-href|faq\/src\/(label|view\/(home\.ts|SearchCard))|chat\/src\/(model|thread|settle|drafts|view\/(?!parts\/|ending\/|Suggestions)|messages|part-text))/,
  ],
]

/** A module with everything that it imports by name, however deep: what belongs into its file. */
function importedAtOnce(entry: string, getModuleInfo: GetModuleInfo): ReadonlySet<string> {
  const found = new Set([entry])
  for (const id of found) for (const next of getModuleInfo(id)?.importedIds ?? []) found.add(next)
  return found
}

const source = (path: string): string => join(packagesDir, path)

async function bundle(input: Record<string, string>, format: 'esm' | 'iife', name: string): Promise<OutputBundle> {
  const build = await rollup({
    input,
    plugins: plugins(format),
    onwarn: (warning) => {
      if (warning.code !== 'CIRCULAR_DEPENDENCY') throw new Error(warning.message)
      throw new Error(warning.message)
    },
    preserveEntrySignatures: 'allow-extension',
  })
  const { output } = await build.generate({
    dir: cdnDir,
    format: format === 'esm' ? 'es' : 'iife',
    entryFileNames: name,
    chunkFileNames: '[name]-[hash:6].js',
    hoistTransitiveImports: false,
    ...(format === 'esm'
      ? {
          onlyExplicitManualChunks: true,
          manualChunks: (id: string, { getModuleInfo }: ManualChunkMeta) =>
            companions.find(([, modules]) => modules.test(id))?.[0] ??
            (importedAtOnce(source('widget/src/cdn.ts'), getModuleInfo).has(id) ? 'widget' : undefined),
        }
      : { inlineDynamicImports: true }),
  })
  await build.close()
  return Object.fromEntries(output.map((file) => [file.fileName, file]))
}

/** What each built file loads at once and what it loads on need, for the size and graph checks. */
export interface Graph {
  readonly [file: string]: {
    readonly imports: readonly string[]
    readonly dynamicImports: readonly string[]
    readonly modules: readonly string[]
  }
}

export async function buildCdn(): Promise<Graph> {
  const bundles = await Promise.all([
    bundle({ widget: source('widget/src/cdn.ts') }, 'esm', 'widget.js'),
    bundle({ loader: source('loader/src/loader.ts') }, 'iife', 'loader.js'),
    bundle({ iife: source('widget/src/iife.ts') }, 'iife', 'docent.iife.js'),
  ])
  const graph: Record<string, Graph[string]> = {}
  await mkdir(cdnDir, { recursive: true })
  const stale = new Set(await readdir(cdnDir))
  for (const file of bundles.flatMap((output) => Object.values(output))) {
    if (file.type !== 'chunk') continue
    await writeFile(join(cdnDir, file.fileName), file.code)
    // For servers that hand out what is compressed already: better than what they could do themselves at every request.
    await writeFile(join(cdnDir, `${file.fileName}.br`), brotliCompressSync(file.code))
    for (const name of [file.fileName, `${file.fileName}.br`]) stale.delete(name)
    const modules = Object.entries(file.modules).filter(
      ([id, { renderedLength }]) => renderedLength > 0 || id === file.facadeModuleId,
    )
    graph[file.fileName] = {
      imports: file.imports,
      dynamicImports: file.dynamicImports,
      modules: modules.map(([id]) => id.replace(/^.*\/(packages|node_modules)\//, '$1/')),
    }
  }
  await writeFile(join(cdnDir, 'graph.json'), `${JSON.stringify(graph, null, 1)}\n`)
  stale.delete('graph.json')
  // The notices of the libraries inside travel with the files.
  for (const name of ['LICENSE', 'NOTICE']) {
    await copyFile(join(root, name), join(cdnDir, name))
    stale.delete(name)
  }
  for (const name of stale) await rm(join(cdnDir, name), { recursive: true })
  return graph
}
