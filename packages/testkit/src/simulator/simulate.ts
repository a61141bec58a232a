import type { OpenClient } from './client.ts'
import { judge } from './judge.ts'
import { openTab, performStep } from './perform-step.ts'
import { createPlan, type Plan } from './plan.ts'
import { watch } from './watch.ts'
import { createWorld, isUpToDate, type World } from './world.ts'

/** What came of one run. */
export interface Outcome {
  readonly plan: Plan
  /** What is not as promised; the rule's number first. */
  readonly violations: readonly string[]
  /** What happened, step by step. */
  readonly trace: readonly string[]
  /** How many messages visitors wrote. */
  readonly written: number
}

/** After everything is healed, everything must have arrived within so long, in ms. */
const recoveryMs = 5 * 60_000

/**
 * Runs the widget through what the seed has in store.
 * @example
 * const { violations } = await simulate(4711, openMyWidget)
 */
export const simulate = (seed: number, open: OpenClient): Promise<Outcome> => runPlan(createPlan(seed), open)

export async function runPlan(plan: Plan, open: OpenClient): Promise<Outcome> {
  const world: World = createWorld(plan, open, () => watch(world))
  const { violations, trace, written, schedule } = world
  try {
    for (const device of world.devices.slice(0, 1)) openTab(world, device)
    let at = 0
    for (const step of plan.steps) {
      at += step.afterMs
      schedule.after(at, () => performStep(world, step))
    }
    await schedule.runUntil(schedule.now() + at + 1)
    await recover(world)
    judge(world, false)
    // What a tab that comes later reads from the disk must fit what the server tells it.
    for (const device of world.devices) openTab(world, device)
    await recover(world)
    judge(world, true)
  } catch (error) {
    violations.add(`the run broke off: ${error instanceof Error ? error.stack : error}`)
  } finally {
    for (const tab of world.tabs()) tab.process.kill()
    world.restore()
  }
  return { plan, violations: [...violations], trace, written: written.length }
}

/** Everything works again; people look at what they have. */
async function recover(world: World): Promise<void> {
  const { schedule, conditions, network } = world
  conditions.heal()
  network.heal()
  for (const device of world.devices) if (device.hasActed && device.tabs.length === 0) openTab(world, device)
  for (const { process, page } of world.tabs()) {
    process.wake()
    process.later(1, () => {
      page.frozen.value = false
      page.visible.value = true
      page.online.value = true
    })
  }
  await schedule.runUntil(schedule.now() + 1000)
  const areAtRest = (): boolean =>
    world.tabs().every((tab) => tab.changing === 0 && isUpToDate(tab) && tab.client.isAtRest())
  await schedule.runUntil(schedule.now() + recoveryMs, areAtRest)
  for (let pass = 0; pass < 2; pass++) {
    for (const { client, device } of world.tabs()) {
      if (!device.hasActed) continue
      const shown = client.shown()
      for (const { key } of shown) client.look(key)
      device.hasWritten ||= shown.length > 0
      void client.readAll().catch(() => {})
    }
    // Longer than a silent link takes to be noticed, and the wait after it.
    await schedule.runUntil(schedule.now() + 120_000)
  }
}
