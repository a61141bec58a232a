import { execFileSync } from 'node:child_process'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { faultNames, lastingFaults, momentaryFaults } from '@docent/testkit/simulator'
import { loadSimulation } from './bundle.ts'
import { type Flaw, flaws } from './flaws.ts'
import { noticeFlaw } from './notice-flaw.ts'
import { describeFailure, runSeeds, type SeedsRun } from './run-seeds.ts'

/**
 * `pnpm proof`: the large runs, and every rule broken on purpose; writes what came of it into docs/proof/simulator.md. Ctrl-C ends the
 * runs sooner; what was run until then counts.
 */
const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '50000' },
    seed: { type: 'string', default: '1' },
    tries: { type: 'string', default: '4000' },
  },
})
const [runs, first, tries] = [Number(values.runs), Number(values.seed), Number(values.tries)]
const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim()
// All at once: what is proven is one state of the sources, however long it takes.
const simulation = await loadSimulation()
const flawed = await Promise.all(flaws.map(async (flaw) => [flaw, await loadSimulation(flaw.changes)] as const))
const noticed: (readonly [Flaw, number | undefined])[] = []
for (const [flaw, broken] of flawed) {
  noticed.push([flaw, await noticeFlaw(simulation, broken, tries)])
  console.log(noticed.at(-1)?.[1] ?? 'not noticed', flaw.name)
}
const stopped = new AbortController()
process.once('SIGINT', () => stopped.abort())
// Errors are part of most runs, and their stacks are looked at by nobody.
Error.stackTraceLimit = 0
const startedAt = process.cpuUsage()
const result = await runSlices()
const { user, system } = process.cpuUsage(startedAt)
const seconds = (user + system) / 1e6

const folder = join(import.meta.dirname, '../../docs/proof')
await mkdir(folder, { recursive: true })
await writeFile(join(folder, 'simulator.md'), report(result))
for (const failed of result.failures.slice(0, 3)) console.log(describeFailure(failed), '\n')
console.log(`${result.failures.length} of ${result.runs} runs failed; docs/proof/simulator.md is written`)

async function runSlices(): Promise<SeedsRun> {
  let all: SeedsRun = { runs: 0, written: 0, steps: {}, failures: [] }
  while (all.runs < runs && !stopped.signal.aborted) {
    const slice = { first: first + all.runs, runs: Math.min(100, runs - all.runs) }
    const more = await runSeeds(simulation, { ...slice, failuresAtMost: Number.POSITIVE_INFINITY })
    const steps = faultNames.map((name) => [name, (all.steps[name] ?? 0) + (more.steps[name] ?? 0)] as const)
    const failures = [...all.failures, ...more.failures]
    all = {
      runs: all.runs + more.runs,
      written: all.written + more.written,
      steps: Object.fromEntries(steps),
      failures,
    }
    console.log(`${all.runs} runs, seeds that failed: ${failures.map(({ plan }) => plan.seed).join() || 'none'}`)
  }
  return all
}

function report({ runs, written, steps, failures }: SeedsRun): string {
  const descriptions = { ...lastingFaults, ...momentaryFaults }
  const count = (value: number): string => value.toLocaleString('en-US')
  return `# What the simulator has run

Written by \`pnpm proof --runs ${runs} --seed ${first} --tries ${tries}\` at commit ${commit}. How it works: [the simulator](../../packages/testkit/README.md#docenttestkitsimulator).

- **${count(runs)} runs** from seed ${first}, ${count(written)} messages written by visitors, ${Math.round(runs / seconds)} runs a second of one core.
- **${count(failures.length)} runs** in which something was not as promised${failures.length > 0 ? `: seeds ${failures.slice(0, 20).map(({ plan }) => plan.seed)}` : ''}.
- **${faultNames.length} kinds of faults**, how often each happened:

| fault | what it is | times |
| --- | --- | --- |
${faultNames.map((name) => `| \`${name}\` | ${descriptions[name]} | ${count(steps[name] ?? 0)} |`).join('\n')}

## Rules broken on purpose

Each in a build of its own, from sources changed on the way; noticed where a run fails that passes with the rule kept.

| rule, and how it is broken | noticed in run |
| --- | --- |
${noticed.map(([{ name }, run]) => `| ${name} | ${run ?? `not in ${count(tries)}`} |`).join('\n')}
`
}
