import { parseArgs } from 'node:util'
import { loadSimulation } from './bundle.ts'

const { values } = parseArgs({ options: { runs: { type: 'string', default: '1000' }, seed: { type: 'string' } } })
const first = Number(values.seed ?? Math.floor(Math.random() * 1e9))
const { createPlan, run } = await loadSimulation()
const startedAt = performance.now()
let failures = 0
let written = 0
const kinds = new Map<string, { count: number; seed: number; text: string }>()
for (let seed = first; seed < first + Number(values.runs); seed++) {
  const outcome = await run(createPlan(seed))
  written += outcome.written
  if (outcome.violations.length === 0) continue
  failures++
  for (const text of outcome.violations) {
    const kind = text.replace(/[aw]?[\d.]+(e\d+)?/g, '#').slice(0, 70)
    const known = kinds.get(kind)
    kinds.set(kind, { count: (known?.count ?? 0) + 1, seed: known?.seed ?? seed, text: known?.text ?? text })
  }
  if (Number(values.runs) === 1)
    console.log(outcome.trace.join('\n'), outcome.violations, JSON.stringify(outcome.plan.profile))
}
for (const [kind, { count, seed, text }] of [...kinds].sort((a, b) => b[1].count - a[1].count))
  console.log(count, seed, kind, '|', text.slice(0, 300))
const seconds = (performance.now() - startedAt) / 1000
console.log({ failures, written, first, perSecond: Number(values.runs) / seconds })
