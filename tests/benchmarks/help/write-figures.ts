import { mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BuildFigures, measureBuild } from './measure-build.ts'
import { measureKeystrokes, slowdown } from './measure-keystrokes.ts'
import type { KeystrokeFigures } from './type-queries.ts'
import { readArticles } from './write-source.ts'

/**
 * `pnpm figures:help <folder> [number …]`: builds help centres of 100, 1,000 and 10,000 articles of the sets in the folder (those of
 * `pnpm eval:search`), searches them in Chromium, and writes docs/proof/help.md.
 */
const [setsDir, ...numbers] = process.argv.slice(2)
if (setsDir === undefined) {
  console.error('The folder is missing: pnpm figures:help <folder> [number …]')
  process.exit(2)
}
const page = join(import.meta.dirname, '../../../docs/proof/help.md')
const counts = numbers.length > 0 ? numbers.map(Number) : [100, 1000, 10_000]
const queries = (JSON.parse(await readFile(join(setsDir, 'queries-1000.json'), 'utf8')) as { query: string }[])
  .map(({ query }) => query)
  .filter((_, number) => number % 3 === 0)

type Row = BuildFigures & { readonly keys: KeystrokeFigures }
const rows: Row[] = []
for (const count of counts) {
  console.error(`${count} articles …`)
  const { built, ...figures } = await measureBuild(
    await readArticles(setsDir, count),
    await mkdtemp(join(tmpdir(), 'docent-figures-')),
  )
  rows.push({ ...figures, keys: await measureKeystrokes({ ...built, queries }) })
}

const kB = (bytes: number): string => `${(bytes / 1000).toFixed(bytes < 100_000 ? 1 : 0)} kB`
const ms = (time: number): string => `${time.toFixed(1)} ms`
const seconds = (time: number): string => `${time.toFixed(1)} s`
const table = (lines: readonly (readonly [string, (row: Row) => string])[]): string =>
  [
    `| | ${rows.map(({ articles }) => `${articles.toLocaleString('en')} articles`).join(' | ')} |`,
    `| --- |${rows.map(() => ' ---: |').join('')}`,
    ...lines.map(([name, cell]) => `| ${name} | ${rows.map(cell).join(' | ')} |`),
  ].join('\n')

await writeFile(
  page,
  `# What a help centre takes to build, to fetch and to search

Written by \`pnpm figures:help <folder>\` on ${cpus()[0]?.model ?? 'one machine'}, from real help articles in English; how well search finds is in [help-search.md](help-search.md).

## Build

Seconds of the processor for one run of \`docent build\` each: what else the machine does is not ours. What was read of articles is kept from build to build.

${table([
  ['first', ({ seconds: { first } }) => seconds(first)],
  ['the same again', ({ seconds: { same } }) => seconds(same)],
  ['1 % of the articles changed', ({ seconds: { changed } }) => seconds(changed)],
])}

## Bytes

After brotli. Bodies come when they are read, and all of them in idle time once help was opened.

${table([
  ['search data', ({ bytes }) => kB(bytes.search)],
  ['lists: titles, first lines, headings', ({ bytes }) => kB(bytes.index)],
  ['all bodies', ({ bytes }) => kB(bytes.bodies)],
  ['fetched for a first search', ({ bytes }) => kB(bytes.firstSearch)],
  ['fetched when 1 % of the articles has changed, by who has all', ({ bytes }) => kB(bytes.update)],
])}

## A keystroke

${rows[0]?.keys.keystrokes ?? 0} keystrokes of real queries, each answered with 20 results and their marked words, in Chromium at ${slowdown} times CPU slowdown; the quickest of nine tries counts.

${table([
  ['search data laid out, once', ({ keys }) => ms(keys.decodeMs)],
  ['half of the keystrokes within', ({ keys }) => ms(keys.p50Ms)],
  ['19 of 20 within', ({ keys }) => ms(keys.p95Ms)],
  ['the slowest', ({ keys }) => ms(keys.slowestMs)],
])}
`,
)
console.error(`written: ${page}`)
