import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Article, engines, type Find } from './engines.ts'

/**
 * `pnpm eval:search <folder> [set …]`: recall, rank and speed of our search beside others, over `corpus-<set>.json` and
 * `queries-<set>.json` of the folder. Sets are 100, 1000 and intl unless named; 10000 is 1000 with `corpus-10000-extra.json`.
 */
interface Query {
  readonly class: string
  readonly locale: string
  readonly query: string
  readonly answers: readonly string[]
}

const shares: Readonly<Record<string, number>> = { well: 0.4, typo: 0.25, para: 0.15, prefix: 0.1, intl: 0.1 }
const [folder, ...named] = process.argv.slice(2)
if (folder === undefined) {
  console.error('The folder is missing: pnpm eval:search <folder> [set …]')
  process.exit(2)
}
const read = <T>(name: string): T[] => JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')) as T[]

for (const set of named.length > 0 ? named : ['100', '1000', 'intl']) {
  const isLarge = set === '10000'
  const articles = read<Article>(`corpus-${isLarge ? '1000' : set}`)
  if (isLarge) articles.push(...read<Article>('corpus-10000-extra'))
  const queries = read<Query>(`queries-${isLarge ? '1000' : set}`).filter(
    ({ answers }) => !isLarge || !answers.some((id) => id.startsWith('lo-')),
  )
  console.log(`\n${set}: ${articles.length} articles, ${queries.length} queries; recall@1/recall@5/MRR@10/zero results`)
  for (const [name, create] of Object.entries(engines)) {
    const startedAt = performance.now()
    const find = create(articles)
    const buildMs = performance.now() - startedAt
    const { total, classes } = judge(find, queries)
    const keys = keystrokes(find, isLarge ? queries.slice(0, 10) : queries)
    console.log(`${name.padEnd(18)} ${total}  ${classes}`)
    console.log(
      `${''.padEnd(18)} keystroke p50 ${keys(0.5)} p95 ${keys(0.95)} ms, prepared in ${Math.round(buildMs)} ms`,
    )
  }
}

function judge(find: Find, queries: readonly Query[]): { readonly total: string; readonly classes: string } {
  const names = [...new Set(queries.map((query) => query.class))]
  const measured = names.map((name) => {
    const own = queries.filter((query) => query.class === name)
    const found = own.map(({ query, locale, answers }) => {
      const ids = find(query, locale)
      return { isEmpty: ids.length === 0, rank: ids.findIndex((id) => answers.includes(id)) }
    })
    const share = (test: (one: (typeof found)[number]) => number): number =>
      found.reduce((sum, one) => sum + test(one), 0) / found.length
    const figures = [
      share(({ rank }) => Number(rank === 0)),
      share(({ rank }) => Number(rank >= 0 && rank < 5)),
      share(({ rank }) => (rank < 0 ? 0 : 1 / (rank + 1))),
      share(({ isEmpty }) => Number(isEmpty)),
    ]
    return { name, figures, weight: shares[name] ?? 0 }
  })
  const weight = measured.reduce((sum, one) => sum + one.weight, 0)
  const total = [0, 1, 2, 3].map((at) =>
    measured.reduce((sum, { figures, weight: own }) => sum + ((figures[at] ?? 0) * own) / weight, 0),
  )
  const show = (figures: readonly number[]): string => figures.map((figure) => figure.toFixed(3)).join('/')
  return { total: show(total), classes: measured.map(({ name, figures }) => `${name} ${show(figures)}`).join('  ') }
}

/** Times of every beginning of every query. */
function keystrokes(find: Find, queries: readonly Query[]): (share: number) => string {
  const times: number[] = []
  for (const { query, locale } of queries)
    for (let length = 1; length <= query.length; length++) {
      const startedAt = performance.now()
      find(query.slice(0, length), locale)
      times.push(performance.now() - startedAt)
    }
  times.sort((a, b) => a - b)
  return (share) => (times[Math.floor(times.length * share)] ?? 0).toFixed(1)
}
