import { type FeatureContext, fail, type Targeting } from '@docent/core'
import type { Id } from '@docent/protocol'
import { computed, type ReadonlySignal } from '@preact/signals-core'
import { type Answer, isAddress, type StepDefinition, type TourDefinition } from '../options.ts'
import { type Place, reduceTour, type TourAct } from '../reduce.ts'
import type { Rare } from '../view/kinds/index.ts'
import { createTourRecord } from './tour-record.ts'

/** Why a tour came to its end before its last step. */
export type EndReason = 'skip' | 'escape' | 'api' | 'replaced' | 'target_missing' | 'used'

/** Where the visitor is in which tour, and what may be done about it. Open for what only some tours need. */
export interface TourControl {
  /** `undefined`: no tour runs in this tab. */
  readonly place: ReadonlySignal<Place | undefined>
  readonly tourId: ReadonlySignal<Id | undefined>
  /** The host is on the page where the current step lives, and there is something to show. */
  readonly here: ReadonlySignal<boolean>
  isHere(path: string): boolean
  /** Began by hand, or went on to this page by hand: comes at once, takes the focus, and gives it back. */
  byHand(): boolean
  /** By the host: no answer of the visitor, so they do not begin by themselves on this page view again. */
  readonly stopped: ReadonlySet<Id>
  /** Starts a tour, also one that was finished before. */
  start(tour: Id, reason: 'manual' | 'automatic'): void
  /** `navigates`: to the page of the next step, as a button does; a link of the host gets there by itself. */
  advance(from: Id, navigates: boolean, answer?: Answer): void
  back(from: Id): void
  /** Ends the tour that runs, if one does. */
  stop(reason: EndReason): void
  /** Of tours with more than plain steps another: see add-more.ts. */
  reduce: typeof reduceTour
  loadKinds?(): Promise<Rare | undefined>
  /** Goes on with a click on the target, for a step that asks for it. Answers how to end it. */
  followClick?(step: StepDefinition, target: Element): (() => void) | undefined
}

export function createTourControl(
  context: FeatureContext,
  tours: readonly TourDefinition[],
  evaluate: Targeting['evaluate'],
  isUnderway = false,
): TourControl {
  const { clock, close, navigate, track } = context
  const record = createTourRecord(context, tours, isUnderway)
  const { place, progress } = record
  const stopped = new Set<Id>()
  let byHand = record.continued
  const isHere = (path: string): boolean => evaluate({ kind: 'page', path }).verdict === true
  const end = ({ tour, step }: Place, reason?: EndReason): void => {
    if (reason === 'api') stopped.add(tour.id)
    else record.close(tour.id, reason ? 'dismissed' : 'completed')
    record.keep(undefined)
    track(reason ? 'tour_dismissed' : 'tour_completed', { tour: tour.id, ...(reason && { step: step.id, reason }) })
  }
  /** Goes to the page of the step that is current now, when that is an address and the visitor is elsewhere. */
  const goThere = (): void => {
    const page = place.peek()?.step.page
    if (page && isAddress(page) && !isHere(page)) navigate(page)
  }
  const act = (made: TourAct, navigates: boolean): void => {
    const before = place.peek()
    if (before?.step.id !== made.from) return
    const next = control.reduce(tours, progress.peek(), made)
    // What only waited, or decided, was no answer of the visitor.
    if (next && !(before.step.kind === 'hidden' && record.offer(next))) record.keep(next)
    if (made.type === 'advance') track('tour_step_completed', { tour: before.tour.id, step: made.from })
    if (!next) end(before)
    if (next && navigates) goThere()
  }
  const control: TourControl = {
    reduce: reduceTour,
    place,
    tourId: computed(() => place.value?.tour.id),
    here: computed(() => place.value?.step.kind !== 'hidden' && isHere(place.value?.step.page ?? '/*')),
    isHere,
    byHand: () => byHand,
    stopped,
    start(id, reason) {
      const step = tours.find((tour) => tour.id === id)?.steps[0]
      if (!step) fail('option-invalid', `There is no tour "${id}"`, 'See guide()')
      const first = { tour: id, step: step.id, startedAt: clock.now() }
      const before = place.peek()
      if (before && reason === 'automatic') return
      if (before && before.tour.id !== id) end(before, 'replaced')
      if (reason === 'automatic' && !record.offer(first)) return
      byHand = reason === 'manual'
      if (byHand) record.keep(first)
      track('tour_started', { tour: id, reason })
      if (!byHand) return
      // The panel lies over the page that the tour is about.
      close()
      goThere()
    },
    advance: (from, navigates, answer) => act({ type: 'advance', from, answer }, navigates),
    back: (from) => act({ type: 'back', from }, true),
    stop(reason) {
      const before = place.peek()
      if (before) end(before, reason)
    },
  }
  return control
}
