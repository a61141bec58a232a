import type { Figures, Measured } from './measure.ts'

const head = ['', '', 'queries', 'recall@1', 'recall@5', 'MRR@10', 'no result', 'key p50', 'key p95', 'prepared']

/** Every class with all engines below each other, and how we stand beside the best of the others. */
export function tableOf(all: readonly Measured[]): string {
  const classes = [...(all[0]?.figures.keys() ?? [])]
  const rows = classes.flatMap((name) =>
    all.map((engine, index) => [index === 0 ? name : '', ...rowOf(engine, name, name === 'total')]),
  )
  const widths = head.map((title, column) => Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)))
  const line = (row: readonly string[]): string =>
    row
      .map((cell, column) => (column < 2 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('  ')
      .trimEnd()
  return [line(head), ...rows.map(line), comparison(all, classes)].join('\n')
}

/** The tables as a page. Times are of one machine, busy or not: they are to be compared with one another. */
export const pageOf = (
  tables: readonly string[],
  machine: string,
): string => `# How well search finds, beside fuse.js and MiniSearch

Written by \`pnpm eval:search <folder> --out docs/proof/help-search.md\`, all engines in one run over the same articles and queries, on ${machine}. An engine that takes
long is judged by as many queries as it answers in 20 seconds, drawn from all parts of the set: how many says the column. Classes: \`well\` worded as the article is,
\`typo\` with slips, \`para\` in other words, \`prefix\` still being typed, \`intl\` in six languages. Ours stands without synonyms, and with the words that mean the
same which the build brings.

${tables.join('\n')}`

function rowOf({ name, figures, keystrokeMs, preparedMs }: Measured, of: string, isTotal: boolean): string[] {
  const own = figures.get(of)
  if (!own || own.queries === 0) return [name]
  const shares = [own.first, own.firstFive, own.meanReciprocalRank, own.nothing].map((share) => share.toFixed(3))
  const times = [`${keystrokeMs.p50.toFixed(1)} ms`, `${keystrokeMs.p95.toFixed(1)} ms`, `${Math.round(preparedMs)} ms`]
  return [name, String(own.queries), ...shares, ...(isTotal ? times : [])]
}

/** In answers first, and among the first five, more or fewer than the best other engine that was asked as many queries. */
function comparison([ours, ...others]: readonly Measured[], classes: readonly string[]): string {
  const parts = classes.flatMap((name) => {
    const own = ours?.figures.get(name)
    if (name === 'total' || !own) return []
    const rivals = others
      .filter((other) => !other.name.startsWith('docent'))
      .flatMap(({ figures }) => figures.get(name) ?? [])
      .filter(({ queries }) => queries === own.queries)
    const lead = (share: (figures: Figures) => number): string => {
      const answers = Math.round((share(own) - Math.max(...rivals.map(share))) * own.queries)
      return answers < 0 ? String(answers) : `+${answers}`
    }
    return rivals.length > 0 ? `${name} ${lead(({ first }) => first)}/${lead(({ firstFive }) => firstFive)}` : []
  })
  return `docent beside the best other, in queries answered first/among five: ${parts.join(', ')}`
}
