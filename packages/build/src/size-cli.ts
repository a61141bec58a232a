import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildCdn, cdnDir, type Graph } from './build-cdn.ts'
import { isOver, measure } from './measure.ts'

/** `pnpm size [--json] [--built]`: builds the script-tag files (or takes those that are there) and holds them to the budgets. */
const json = process.argv.includes('--json')
const graphFile = join(cdnDir, 'graph.json')
const graph =
  process.argv.includes('--built') && existsSync(graphFile)
    ? (JSON.parse(readFileSync(graphFile, 'utf8')) as Graph)
    : await buildCdn()
const measured = measure(graph)
const over = measured.filter(isOver)

const kilo = (bytes: number): string => (bytes / 1000).toFixed(1).padStart(5)
if (json) console.log(JSON.stringify({ unit: 'bytes, brotli', budgets: measured }, null, 2))
else {
  for (const one of measured) {
    const { what, bytes, limitBytes, ceilingBytes, files } = one
    const mark = isOver(one) ? '✗' : bytes > limitBytes ? '~' : '✓'
    const note = mark === '~' ? `; not met yet, at most ${kilo(ceilingBytes ?? limitBytes).trim()} until then` : ''
    console.log(
      `${mark} ${kilo(bytes)} of ${kilo(limitBytes)} kB  ${what} (${files.length} ${files.length === 1 ? 'file' : 'files'}${note})`,
    )
  }
}
if (over.length > 0) {
  console.error(
    `\n${over.length} over the limit: ${over.map(({ name }) => name).join(', ')}. Limits are in packages/build/src/budgets.ts.`,
  )
  process.exitCode = 1
}
