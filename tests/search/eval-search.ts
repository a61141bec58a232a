import { existsSync, readFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { type Article, engines } from './engines.ts'
import { type Measured, measure, type Query } from './measure.ts'
import { pageOf, tableOf } from './table.ts'

/**
 * `pnpm eval:search <folder> [set …]`: how well and how fast our search finds beside others, over `corpus-<set>.json` and
 * `queries-<set>.json` of the folder. Without names, all sets that are there; the set 10000 is the set 1000 with the articles of
 * `corpus-10000-extra.json`. An engine that takes long is judged by as many queries as it answers in 20 seconds, drawn from all
 * parts of the set: `--whole` asks it all of them. `--out <file>` writes the tables as a page of the documentation, too.
 */
const known = ['100', '1000', 'intl', '10000']
const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { whole: { type: 'boolean' }, out: { type: 'string' } },
})
const [folder, ...named] = positionals
if (folder === undefined) stop('The folder is missing: pnpm eval:search <folder> [set …]')

const fileOf = (name: string): string => join(folder, `${name}.json`)
const baseOf = (set: string): string => (set === '10000' ? '1000' : set)
const isThere = (set: string): boolean =>
  [`corpus-${baseOf(set)}`, `queries-${baseOf(set)}`, ...(set === '10000' ? ['corpus-10000-extra'] : [])].every(
    (name) => existsSync(fileOf(name)),
  )
const sets = named.length > 0 ? named : known.filter(isThere)
const missing = sets.find((set) => !isThere(set))
if (missing !== undefined) stop(`There is no corpus-${baseOf(missing)}.json with its queries in ${folder}`)
if (sets.length === 0) stop(`There is no corpus-100.json, corpus-1000.json or corpus-intl.json in ${folder}`)

const startedAt = performance.now()
const tables: string[] = []
for (const set of sets) {
  const { articles, queries } = readSet(set)
  const all = Object.entries(engines).map(([name, create], index, { length }): Measured => {
    const measured = measure(name, () => create(articles), queries, values.whole ? Number.POSITIVE_INFINITY : 20_000)
    const seconds = Math.round((performance.now() - startedAt) / 1000)
    console.error(`set ${set}, ${index + 1} of ${length}: ${name} is measured (${seconds} s so far)`)
    return measured
  })
  const title = `${set}: ${articles.length} articles, ${queries.length} queries`
  console.log(`\n${title}\n${tableOf(all)}`)
  tables.push(`## ${title}\n\n\`\`\`text\n${tableOf(all)}\n\`\`\`\n`)
}
if (values.out !== undefined) await writeFile(values.out, pageOf(tables, cpus()[0]?.model ?? ''))

function readSet(set: string): { readonly articles: readonly Article[]; readonly queries: readonly Query[] } {
  const read = <T>(name: string): T[] => JSON.parse(readFileSync(fileOf(name), 'utf8')) as T[]
  const articles = read<Article>(`corpus-${baseOf(set)}`)
  const queries = read<Query>(`queries-${baseOf(set)}`)
  if (set !== '10000') return { articles, queries }
  return {
    articles: [...articles, ...read<Article>('corpus-10000-extra')],
    // The larger set has other answers to these as well.
    queries: queries.filter(({ answers }) => !answers.some((id) => id.startsWith('lo-'))),
  }
}

function stop(why: string): never {
  console.error(why)
  process.exit(2)
}
