import { parseArgs } from 'node:util'
import { loadSimulation } from './bundle.ts'
import { describeFailure, runSeeds } from './run-seeds.ts'

/** `pnpm simulate --runs 10000 --seed 1`: prints what failed, made as short as it goes, with the seed that replays it (and `--crowded`). */
const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '1000' },
    seed: { type: 'string' },
    crowded: { type: 'boolean', default: false },
  },
})
const first = Number(values.seed ?? Math.floor(Math.random() * 2 ** 31))
const simulation = await loadSimulation()
const startedAt = performance.now()
const { runs, written, failures } = await runSeeds(simulation, {
  ...{ first, runs: Number(values.runs), failuresAtMost: 10, isCrowded: values.crowded },
})
const seconds = (performance.now() - startedAt) / 1000
for (const failed of failures) console.log(describeFailure(await simulation.shrinkRun(failed)), '\n')
console.log(
  `${runs} runs from seed ${first}, ${written} messages, ${failures.length} failed, ${Math.round(runs / seconds)} runs a second`,
)
process.exitCode = failures.length > 0 ? 1 : 0
