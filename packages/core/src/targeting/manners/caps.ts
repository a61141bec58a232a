import { type ReadonlySignal, signal } from '@preact/signals-core'
import type { FeatureContext } from '../../feature.ts'
import type { Cap } from '../../options.ts'
import { durationMs } from '../../rules/evaluate.ts'
import type { DecidedGate, SurfaceRequest } from '../orchestrator-types.ts'

export interface Caps {
  gates(request: SurfaceRequest): readonly DecidedGate[]
  /** It came by itself: it counts. */
  count(request: SurfaceRequest): void
}

/** Every surface is in the group of its feature, and in `all`. */
const groupsOf = ({ id, groups = [] }: SurfaceRequest): readonly string[] => ['all', id.split('/')[0] ?? '', ...groups]

/**
 * How often surfaces of a group may come by themselves. The last times are kept in the visitor state, one entry each, so that devices merge them
 * without an order; before the visitor's first own act only in memory.
 */
export function createCaps(
  { state, clock, scope }: Pick<FeatureContext, 'state' | 'clock' | 'scope'>,
  caps: readonly Cap[],
  /** Read again when the visitor moves on or comes back: time alone wakes nobody. */
  moment: () => number,
): Caps {
  const here = signal<ReadonlyMap<string, number>>(new Map())
  const timesOf = ({ group, atMost }: Cap, marks: ReadonlyMap<string, number>) =>
    Array.from({ length: atMost }, (_, index) => {
      const key = `caps/${group}/${index}`
      return { key, at: Math.max(Number(state.get(key) ?? 0), marks.get(key) ?? 0) }
    })
  scope.effect(() => {
    const known: ReadonlySignal<ReadonlyMap<string, unknown> | undefined> = state.entries
    if (!known.value?.size) return
    for (const [key, at] of here.value)
      if (Number(state.get(key) ?? 0) < at) state.put({ key, value: at, merge: 'max' })
  })
  return {
    gates: (request) =>
      caps
        .filter(({ group }) => groupsOf(request).includes(group))
        .map((cap) => {
          const since = moment() - durationMs(cap.within)
          const count = timesOf(cap, here.value).filter(({ at }) => at > since).length
          const seen = `${count} of ${cap.atMost} of ${cap.group} in ${cap.within}`
          return { gate: 'cap', verdict: count < cap.atMost, seen }
        }),
    count(request) {
      const marks = new Map(here.peek())
      for (const cap of caps.filter(({ group }) => groupsOf(request).includes(group))) {
        const oldest = timesOf(cap, marks).reduce((a, b) => (b.at < a.at ? b : a))
        marks.set(oldest.key, clock.now())
      }
      here.value = marks
    },
  }
}
