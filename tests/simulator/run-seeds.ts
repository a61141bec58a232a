import type { Outcome } from '@docent/testkit/simulator'
import type { Simulation } from './bundle.ts'

/** Runs of one seed after the other, until as many failed as are asked for. */
export interface SeedsRun {
  readonly runs: number
  readonly written: number
  readonly steps: Readonly<Record<string, number>>
  readonly failures: readonly Outcome[]
}

export async function runSeeds(
  { createPlan, run }: Pick<Simulation, 'createPlan' | 'run'>,
  {
    first,
    runs,
    failuresAtMost,
    isCrowded,
  }: { readonly first: number; readonly runs: number; readonly failuresAtMost: number; readonly isCrowded?: boolean },
): Promise<SeedsRun> {
  const failures: Outcome[] = []
  const steps: Record<string, number> = {}
  let written = 0
  let seed = first
  for (; seed < first + runs && failures.length < failuresAtMost; seed++) {
    const outcome = await run(createPlan(seed, isCrowded))
    written += outcome.written
    for (const { what } of outcome.plan.steps) steps[what] = (steps[what] ?? 0) + 1
    if (outcome.violations.length > 0) failures.push(outcome)
  }
  return { runs: seed - first, written, steps, failures }
}

/** What a person needs to look into a failure. */
export const describeFailure = ({ plan, violations, trace }: Outcome): string =>
  [
    `seed ${plan.seed}, replay: pnpm simulate --runs 1 --seed ${plan.seed}`,
    ...violations.map((violation) => `  ${violation}`),
    `  backend: ${JSON.stringify(plan.profile)}; what happened:`,
    ...trace.map((line) => `    ${line}`),
  ].join('\n')
