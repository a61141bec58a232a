import type { FeatureContext } from '@docent/core'
import type { Id, Json } from '@docent/protocol'
import { type ReadonlySignal, untracked } from '@preact/signals-core'
import { keysOf } from './keys.ts'
import type { Checklist } from './reduce.ts'

/** What a visitor has earned with one checklist. */
export interface Rewards {
  readonly checklist: Id
  readonly points: number
  /** Of the tasks that are not skipped. */
  readonly pointsAtMost: number
  readonly milestones: readonly { readonly id: Id; readonly title: string; readonly reached: boolean }[]
  /** Those that there are, in the order of the milestones, then that of the whole. */
  readonly badges: readonly { readonly title: string; readonly earned: boolean }[]
}

/** When the milestone was reached, and that the visitor has seen it; merge `max`. */
export const milestoneKey = (checklist: Id, milestone: Id): string => `checklist/${checklist}/milestone/${milestone}`
export const milestoneSeenKey = (checklist: Id, milestone: Id): string => `${milestoneKey(checklist, milestone)}/seen`

type Read = (key: string) => Json | undefined

/** Once reached a milestone stays so, also when one of its tasks is open again. */
export function rewardsOf({ definition, tasks }: Checklist, read: Read): Rewards {
  const keys = keysOf(definition.id)
  const sum = (states: readonly string[]): number =>
    tasks.reduce((total, { points = 0, state }) => total + (states.includes(state) ? points : 0), 0)
  const milestones = (definition.milestones ?? []).map((milestone) => ({
    ...milestone,
    reached: read(milestoneKey(definition.id, milestone.id)) !== undefined,
  }))
  const badges = [
    ...milestones.map(({ badge, reached }) => ({ badge, earned: reached })),
    { badge: definition.badge, earned: read(keys.completed) !== undefined },
  ]
  return {
    checklist: definition.id,
    points: sum(['done']),
    pointsAtMost: sum(['done', 'open', 'locked']),
    milestones: milestones.map(({ id, title, reached }) => ({ id, title, reached })),
    badges: badges.flatMap(({ badge, earned }) => (badge === undefined ? [] : [{ title: badge, earned }])),
  }
}

/** Tells of each milestone once, whichever tab or device saw it first. */
export function followMilestones(
  { scope, state, clock, track }: Pick<FeatureContext, 'scope' | 'state' | 'clock' | 'track'>,
  checklists: ReadonlySignal<readonly Checklist[] | undefined>,
): void {
  scope.effect(() => {
    for (const { definition, tasks } of checklists.value ?? []) {
      const isDone = (task: Id): boolean => tasks.some(({ id, state: now }) => id === task && now === 'done')
      for (const { id, after } of definition.milestones ?? []) {
        const key = milestoneKey(definition.id, id)
        if (state.get(key) !== undefined || !after.every(isDone)) continue
        untracked(() => state.put({ key, value: clock.now(), merge: 'max' }))
        untracked(() => track('milestone_reached', { checklist: definition.id, milestone: id }))
      }
    }
  })
}
