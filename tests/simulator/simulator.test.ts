import { faultNames } from '@docent/testkit/simulator'
import { describe, expect, it } from 'vitest'
import { loadSimulation } from './bundle.ts'
import { describeFailure, runSeeds } from './run-seeds.ts'

const { createPlan, run } = await loadSimulation()

describe('the engine and the chat, simulated', () => {
  it('keep what they promise in the runs from seed 1 on', { timeout: 120_000 }, async () => {
    const { failures } = await runSeeds({ createPlan, run }, { first: 1, runs: 150, failuresAtMost: 3 })
    expect(failures.map(({ plan, violations }) => ({ seed: plan.seed, violations }))).toEqual([])
  })

  it('keep it in runs that nobody has seen yet', { timeout: 120_000 }, async () => {
    const first = Math.floor(Math.random() * 2 ** 31)
    console.log(`simulated from seed ${first} on: pnpm simulate --runs 30 --seed ${first}`)
    const { failures } = await runSeeds({ createPlan, run }, { first, runs: 30, failuresAtMost: 1 })
    expect(failures.map(describeFailure)).toEqual([])
  })

  it('do the same in every run of one seed', async () => {
    const [once, again] = [await run(createPlan(7)), await run(createPlan(7))]
    expect(again).toEqual(once)
  })

  // People sign in and out while tabs are still at the change before, open, close, sleep, or have a slow disk.
  it.each([1211, 1358, 1676, 4873, 5860, 93_087])('tell people apart over tabs, seed %i', async (seed) => {
    const { violations } = await run(createPlan(seed))
    expect(violations).toEqual([])
  })

  // A tab follows another one anew after a restart of the server, in which the team changed what is on no new page.
  it('tell a tab that was away what another one has heard, seed 1076', async () => {
    const { violations } = await run(createPlan(1076))
    expect(violations).toEqual([])
  })

  // Two tabs take the connection from a third that is silent, and one of them from the other.
  it('leave no promise rejected that nobody waits for', async () => {
    const { violations } = await run(createPlan(5872))
    expect(violations).toEqual([])
  })

  it('begin one conversation history in two tabs at once', async () => {
    const step = { who: 0, where: 0, forMs: 100 } as const
    const steps = [
      { ...step, afterMs: 0, what: 'tab-opens' },
      { ...step, afterMs: 20, what: 'visitor-starts' },
      { ...step, afterMs: 1, what: 'visitor-starts', who: 1 },
    ] as const
    const { violations } = await run({ ...createPlan(1), steps })
    expect(violations).toEqual([])
  })

  it('knows at least twenty kinds of faults', () => {
    expect(new Set(faultNames).size).toBeGreaterThanOrEqual(20)
  })
})
