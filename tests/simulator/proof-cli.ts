import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { faultNames, lastingFaults, momentaryFaults } from '@docent/testkit/simulator'
import { loadSimulation } from './bundle.ts'
import { type Flaw, flaws } from './flaws.ts'
import { noticeFlaw } from './notice-flaw.ts'
import { describeFailure, runSeeds, type SeedsRun } from './run-seeds.ts'

/** `pnpm proof`: the large runs, and every rule broken on purpose; writes what came of it into docs/proof/simulator.md. */
const { values } = parseArgs({
  options: { runs: { type: 'string', default: '50000' }, seed: { type: 'string', default: '1' } },
})
const [runs, first] = [Number(values.runs), Number(values.seed)]
const simulation = await loadSimulation()
const startedAt = performance.now()
const result = await runSeeds(simulation, { first, runs, failuresAtMost: Number.POSITIVE_INFINITY })
const seconds = (performance.now() - startedAt) / 1000
const noticed: (readonly [Flaw, number | undefined])[] = []
for (const flaw of flaws) noticed.push([flaw, await noticeFlaw(simulation, flaw)])

const folder = join(import.meta.dirname, '../../docs/proof')
await mkdir(folder, { recursive: true })
await writeFile(join(folder, 'simulator.md'), report(result))
for (const failed of result.failures.slice(0, 3)) console.log(describeFailure(failed), '\n')
console.log(`${result.failures.length} of ${result.runs} runs failed; docs/proof/simulator.md is written`)

function report({ runs, written, steps, failures }: SeedsRun): string {
  const descriptions = { ...lastingFaults, ...momentaryFaults }
  const count = (value: number): string => value.toLocaleString('en-US')
  return `# What the simulator has run

Written by \`pnpm proof --runs ${runs} --seed ${first}\`. How it works: [the simulator](../../packages/testkit/README.md#docenttestkitsimulator).

- **${count(runs)} runs** from seed ${first}, ${count(written)} messages written by visitors, ${Math.round(runs / seconds)} runs a second on one core.
- **${count(failures.length)} runs** in which something was not as promised${failures.length > 0 ? `: seeds ${failures.slice(0, 20).map(({ plan }) => plan.seed)}` : ''}.
- **${faultNames.length} kinds of faults**, how often each happened:

| fault | what it is | times |
| --- | --- | --- |
${faultNames.map((name) => `| \`${name}\` | ${descriptions[name]} | ${count(steps[name] ?? 0)} |`).join('\n')}

## Rules broken on purpose

Each in a build of its own, from sources changed on the way; noticed where a run fails that passes with the rule kept.

| rule, and how it is broken | noticed in run |
| --- | --- |
${noticed.map(([{ name }, run]) => `| ${name} | ${run ?? 'not noticed'} |`).join('\n')}
`
}
