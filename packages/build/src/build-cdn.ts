import { copyFile, mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import nodeResolve from '@rollup/plugin-node-resolve'
import { transform } from 'esbuild'
import { type GetModuleInfo, type ManualChunkMeta, type OutputBundle, type Plugin, rollup } from 'rollup'
import { minify as terser } from 'terser'
import { cssTextForRollup } from './css-text.ts'
import { retryFailedChunks } from './retry-failed-chunks.ts'
import { modulesOfSingleFile, singleFile, singleFileParts } from './single-file.ts'
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

/** How one entry is bundled. */
interface How {
  readonly entry: string
  readonly file: string
  /** What the file is loaded as. Chunks are modules in any case. */
  readonly as: 'module' | 'script'
  /** How chunks find each other. Without it there are none. */
  readonly chunks?: Plugin
  /** Names of chunks: where modules belong that are not left to Rollup. */
  readonly chunkOf?: (id: string, meta: ManualChunkMeta) => string | undefined
}

const minify = ({ as }: How): Plugin => ({
  name: 'minify',
  async renderChunk(code, chunk) {
    const result = await terser(code, {
      module: as === 'module' || !chunk.isEntry,
      ecma: 2020,
      compress: { passes: 5, inline: 1, loops: false, unsafe: true, unsafe_arrows: true, keep_fargs: false },
      mangle: { toplevel: true },
      format: { comments: false },
    })
    return { code: result.code ?? '', map: null }
  },
})

const plugins = (how: How): Plugin[] => [
  cssTextForRollup(),
  nodeResolve({
    exportConditions: ['source', 'browser', 'module', 'import', 'default'],
    extensions: ['.ts', '.tsx', '.js', '.mjs'],
  }),
  stripTypes(),
  ...(how.chunks ? [how.chunks] : []),
  minify(how),
]

/** Which modules travel together. First match wins; the rest is left to rollup. */
const companions: readonly (readonly [chunk: string, modules: RegExp])[] = [
  // The names of what a page view may load are in it: short ones.
  ['path', /\/core\/src\/browser\/patch-history/],
  // For those who come from another origin of the app, or go there.
  ['origins', /\/core\/src\/(identity\/(arrive|handover|between-origins|visitor-cookie)|browser\/(address|cookie))/],
  ['who', /\/core\/src\/identity\/(?!owners|signed|sealed)/],
  ['measure', /\/core\/src\/measure\/(measure|record-events|summary|help-summary|without)/],
  // Of the engine, what few pages need.
  ['other-tabs', /\/core\/src\/engine\/(other-tabs|follow|serve|begin-anew|show-requested)/],
  // What sends: right after the composer, or with the first command.
  ['deliver', /\/(core\/src\/(engine\/(deliver|lanes|unsure|uploads)|browser\/with-lock)|chat\/src\/(acts|settle))/],
  // Where a connection is not resumed.
  ['history', /\/(core\/src\/engine\/(close-gaps|cached-writes)|chat\/src\/history)/],
  // With the first file.
  ['upload', /\/(core\/src\/engine\/upload-files|transports\/src\/http\/send-file)/],
  [
    'engine',
    /\/(core\/src\/(new-id|engine\/(?!other-tabs|follow|serve|begin-anew|close-gaps|cached-writes|show-)|browser\/lock)|protocol\/src\/(guards|wire|error)|transports\/src\/http\/(?!http\.ts|index\.ts|send-file)|chat\/src\/(cache|record|reduce|state)\.ts)/,
  ],
  // A page with rules for tours needs both; together they are one request. What runs a tour comes when one begins.
  [
    'rules',
    /\/(core\/src\/(targeting\/(?!explain|tell-|more\/|manners\/)|rules\/evaluate)|guide\/src\/(model|insist|tour\/start-auto))/,
  ],
  // What tips and tours draw with.
  [
    'near',
    /\/(guide\/src\/(view\/(element|focus|box-of|watch-boxes|place-beside|keep-on-top)|target\/(resolve|visible|follow))|@floating-ui\/)/,
  ],
  // Where one is due it is drawn at once.
  ['nudges', /\/guide\/src\/nudges\/(show-nudges|draw-nudge)/],
  [
    'tour',
    /\/guide\/src\/(view\/(?!kinds|reveal|rise|show-top)|messages|reduce|options|tour\/(?!start-auto|add-more|branch|advance-by))/,
  ],
  // Steps that are no plain cards, hotspots and banners.
  ['kinds', /\/guide\/src\/(view\/kinds|run-action|notices\/view)/],
  // What finds compiled content: of articles and of news.
  ['content', /\/core\/src\/content\//],
  ['news', /\/news\/src\/(?!check-|feature)/],
  // What shows topics and articles: right after the search.
  ['articles', /\/faq\/src\/(view\/(more|article)\/(?!print)|content\/(bodies|article-in|replace-))/],
  // Of queries with words that the help centre does not have.
  ['guess', /\/faq\/src\/search\/impact\/(guess|correct|distance)/],
  ['page', /\/faq\/src\/view\/(page-card|PageCard)/],
  ['checklist', /\/checklist\/src\/(model|reduce|ledger|keys)/],
  // The model is there to search; in content without prepared data, which is rare, half of this is of no use.
  [
    'model',
    /\/faq\/src\/(model|reduce|leanings|matches-page|content\/(?!inline|fetch-|pictures-|restricted|bodies|article-in|replace-)|search\/(?!fuse|is-near|synonyms|build|english|stop|markdown|impact\/(?:guess|correct|distance|merge|encode)))/,
  ],
  ['help', /\/faq\/src\/(view\/(?!home|SearchCard|article\/|more\/|page-card|PageCard)|messages)/],
  // Tours and tips draw with the sheets alone, so these are apart; together they share one dictionary.
  ['theme', /\/(ui\/src\/(theme\/(?!base)|host\/keep|(panel|parts)\/pa.*\.css)|chat\/.*chat\.css)/],
  // Part of the packages' public faces, and so within reach of the entry, but not used by it.
  ['check', /\/(widget\/src\/check-script|core\/src\/(check-|options|rules\/rule-fields)|(chat|faq)\/src\/check-)/],
  // A page with checklists has them checked and made at once.
  [
    'lists',
    /\/((widget|checklist|guide|news)\/src\/check-|(checklist|news)\/src\/feature|checklist\/src\/(last-day|taken-ids)|widget\/src\/asked-)/,
  ],
  ['store', /\/(core\/src\/storage\/(idb|memory|open-storage|owned|tell-tabs)|idb-keyval\/)/],
  // What draws what was said. A first message can be written before it is there.
  [
    'past',
    /\/(protocol\/src\/is-message|chat\/src\/(thread|part-text|past-messages|view\/(past|Thread\.|TurnView|BubbleView|DeliveryLine|turns|use-(?!sending)|ConversationItem|ConversationList|LastConversation|UnsentItem|time)))/,
  ],
  // With the first message that is more than plain sentences.
  ['parts', /\/(protocol\/src\/is-part|ui\/src\/parts\/message-text|chat\/src\/view\/parts\/(?!use-local))/],
  // Of an answer that nobody looks at.
  ['answer', /\/chat\/src\/view\/news\/(follow|show-previews|news)/],
  ['preview', /\/chat\/src\/view\/preview\//],
  // What stands between a conversation and its composer: at once; and where the options, or office hours, ask for more.
  ['between', /\/(chat\/src\/view\/beside\/(Beside|Suggestions|BotLine|nobody|beside)|ui\/src\/parts\/icons\/ways)/],
  [
    'begin',
    /\/(protocol\/src\/conversation\.ts|chat\/src\/(begin|take-back|view\/(beside\/|ending\/|report\/(?!collect))))/,
  ],
  // Of options that few pages have.
  ['asked', /\/chat\/src\/view\/(news\/|report\/collect)/],
  // Of files in messages, and of those that are going to be.
  ['files', /\/(ui\/src\/parts\/(format-bytes|icons\/files)|chat\/src\/view\/parts\/use-local-address)/],
  // Whatever opens it wants all of this, renderer included: one dictionary again.
  [
    'panel',
    /\/(node_modules\/(preact|@preact\/signals)\/|ui\/src\/(panel|home|messages|parts\/(?!icons\/(more|files|ways)|RichTextView|Ring|reply-time|show-picture|picture|format-bytes|message-text))|protocol\/src\/safe-href|faq\/src\/(label|view\/(home\.ts|SearchCard))|chat\/src\/(model|thread|drafts|view\/(?!parts\/|ending\/|compose\/|beside\/|report\/|news\/|preview\/)|messages|part-text))/,
  ],
]

/** A module with everything that it imports by name, however deep: what belongs into its file. */
function importedAtOnce(entry: string, getModuleInfo: GetModuleInfo): ReadonlySet<string> {
  const found = new Set([entry])
  for (const id of found) for (const next of getModuleInfo(id)?.importedIds ?? []) found.add(next)
  return found
}

const source = (path: string): string => join(packagesDir, path)

async function bundle(how: How): Promise<OutputBundle> {
  const build = await rollup({
    input: source(how.entry),
    plugins: plugins(how),
    onwarn: (warning) => {
      throw new Error(warning.message)
    },
    preserveEntrySignatures: 'allow-extension',
  })
  const { output } = await build.generate({
    dir: cdnDir,
    format: how.chunks ? 'es' : 'iife',
    entryFileNames: how.file,
    // What a chunk gives out is ours alone.
    freeze: false,
    // Names are part of what is downloaded, and these letters cost less there.
    hashCharacters: 'base36',
    chunkFileNames: `${how.as === 'script' ? how.file.replace(/js$/, '') : ''}[name]-[hash:7].js`,
    hoistTransitiveImports: false,
    ...(how.chunkOf && { onlyExplicitManualChunks: true, manualChunks: how.chunkOf }),
  })
  await build.close()
  return shortenHashes(Object.fromEntries(output.map((file) => [file.fileName, file])))
}

/**
 * Names of chunks are part of what is downloaded, and their hashes the part that does not compress. Rollup needs seven characters while it works;
 * five are enough that in 60 million changes of a chunk one keeps its name.
 */
function shortenHashes(output: OutputBundle): OutputBundle {
  const short = new Map(Object.keys(output).map((name) => [name, name.replace(/(-\w{5})\w{2}(?=\.js$)/, '$1')]))
  const rename = (text: string): string =>
    [...short].reduce((changed, [name, other]) => changed.replaceAll(name, other), text)
  for (const file of Object.values(output)) {
    file.fileName = rename(file.fileName)
    if (file.type !== 'chunk') continue
    file.code = rename(file.code)
    file.imports = file.imports.map(rename)
    file.dynamicImports = file.dynamicImports.map(rename)
  }
  if (new Set(short.values()).size < short.size) throw new Error('Two chunks have the same name')
  return Object.fromEntries(Object.values(output).map((file) => [file.fileName, file]))
}

const loader: How = { entry: 'loader/src/loader.ts', file: 'loader.js', as: 'script' }
const widget: How = {
  entry: 'widget/src/cdn.ts',
  file: 'widget.js',
  as: 'module',
  chunks: retryFailedChunks(),
  chunkOf: (id, { getModuleInfo }) =>
    companions.find(([, modules]) => modules.test(id))?.[0] ??
    (importedAtOnce(source(widget.entry), getModuleInfo).has(id) ? 'widget' : undefined),
}
const single: How = {
  entry: 'widget/src/iife.ts',
  file: singleFile,
  as: 'script',
  chunks: singleFileParts(),
  chunkOf: (id, { getModuleInfo }) =>
    modulesOfSingleFile(source(single.entry), getModuleInfo).has(id) ? 'single' : undefined,
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
  const bundles = await Promise.all([widget, loader, single].map(bundle))
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
  // What a service worker keeps of the widget: see precacheList() of docent/precache.
  const loaded = Object.keys(graph).filter((name) => !name.startsWith(singleFile.replace(/js$/, '')))
  await writeFile(join(cdnDir, 'precache.json'), `${JSON.stringify(loaded)}\n`)
  stale.delete('precache.json')
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
