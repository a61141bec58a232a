import type { Simulation } from './bundle.ts'
import { runSeeds } from './run-seeds.ts'

/** The number of the first run that fails with the flaw and passes without it; `undefined`: there is none among so many. */
export async function noticeFlaw(
  sound: Simulation,
  flawed: Simulation,
  runsAtMost: number,
): Promise<number | undefined> {
  for (let seed = 1; seed <= runsAtMost; ) {
    const { runs, failures } = await runSeeds(flawed, { first: seed, runs: runsAtMost - seed + 1, failuresAtMost: 1 })
    const [failed] = failures
    if (!failed) return undefined
    if ((await sound.run(failed.plan)).violations.length === 0) return seed + runs - 1
    seed += runs
  }
  return undefined
}
