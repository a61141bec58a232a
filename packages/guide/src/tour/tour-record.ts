import type { FeatureContext } from '@docent/core'
import type { Id, Json } from '@docent/protocol'
import { computed, type ReadonlySignal, signal } from '@preact/signals-core'
import type { TourDefinition } from '../options.ts'
import { type Place, placeOf, readProgress, type TourProgress } from '../reduce.ts'

/** What is kept of tours: where the visitor is, and which ones they finished or left. */
export interface TourRecord {
  readonly progress: ReadonlySignal<TourProgress | undefined>
  readonly place: ReadonlySignal<Place | undefined>
  /** The visitor answered: kept at once, so that a page load goes on from here. `undefined`: no tour runs. */
  keep(next: TourProgress | undefined): void
  /** A tour that began by itself: nothing of it is kept until the visitor answers. `false`: another tab has one running. */
  offer(first: TourProgress): boolean
  /** Finished or left, for good. */
  close(tour: Id, how: 'completed' | 'dismissed'): void
  /** The step was reached just before this page view: the visitor pressed "Next" and this is where it led. */
  readonly continued: boolean
}

const currentKey = 'guide/current'
/** A page load that follows a press of the visitor takes no longer, ms. */
const pressMs = 30_000

export function createTourRecord(
  { clock, scope, state }: Pick<FeatureContext, 'clock' | 'scope' | 'state'>,
  tours: readonly TourDefinition[],
  /** A tour ran when the page was loaded. */
  isUnderway: boolean,
): TourRecord {
  const current = () => state.entries.value?.get(currentKey)
  const stored = computed(() => readProgress(current()?.value, clock.now()))
  const offered = signal<TourProgress | undefined>(undefined)
  /** This tab goes along with the tour of the page before, or one that began here; not with one of another tab. */
  const joined = signal(isUnderway && stored.peek() !== undefined)
  const progress = computed(() => (joined.value ? (stored.value ?? offered.value) : undefined))
  const continued = joined.peek() && clock.now() - (current()?.changedAt ?? 0) < pressMs
  scope.effect(() => {
    if (!progress.value) joined.value = false
  })
  return {
    progress,
    place: computed(() => placeOf(tours, progress.value)),
    continued,
    keep(next) {
      if (next || stored.peek()) state.put({ key: currentKey, value: (next ?? null) as Json, merge: 'last' })
      offered.value = undefined
      if (next) joined.value = true
    },
    offer(first) {
      if (stored.peek()) return false
      offered.value = first
      joined.value = true
      return true
    },
    close: (tour, how) => state.put({ key: `guide/${tour}/${how}`, value: clock.now(), merge: 'max' }),
  }
}
