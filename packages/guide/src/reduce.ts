import type { Id, Json } from '@docent/protocol'
import type { Answer, StepDefinition, TourDefinition } from './options.ts'

/** Where the visitor is in a tour: the only thing that is kept of it, so that any page of any tab can go on. */
export interface TourProgress {
  readonly tour: Id
  readonly step: Id
  /** ms since 1970. */
  readonly startedAt: number
  /** Of a tour that may branch: the steps that led here. */
  readonly trail?: readonly Id[]
}

/** Acts name the step they were made on, so that a double press or a second tab never skips one. */
export type TourAct =
  | { readonly type: 'advance'; readonly from: Id; readonly answer?: Answer | undefined }
  | { readonly type: 'back'; readonly from: Id }

/** A step with its surroundings. */
export interface Place {
  readonly tour: TourDefinition
  readonly step: StepDefinition
  readonly index: number
  readonly last: boolean
}

/** The step that progress points at. A tour that is no more is nowhere; a step that is no more is the first. */
export function placeOf(tours: readonly TourDefinition[], progress: TourProgress | undefined): Place | undefined {
  const tour = tours.find(({ id }) => id === progress?.tour)
  const index = Math.max(0, tour?.steps.findIndex(({ id }) => id === progress?.step) ?? 0)
  const step = tour?.steps[index]
  return tour && step && { tour, step, index, last: index === tour.steps.length - 1 }
}

/** `undefined`: the tour is over. An act on a step that is no longer the current one changes nothing. */
export function reduceTour(
  tours: readonly TourDefinition[],
  progress: TourProgress | undefined,
  act: TourAct,
): TourProgress | undefined {
  const place = placeOf(tours, progress)
  if (!progress || place?.step.id !== act.from) return progress
  const next = place.tour.steps[place.index + (act.type === 'advance' ? 1 : -1)]
  if (next) return { ...progress, step: next.id }
  return act.type === 'advance' ? undefined : progress
}

/** A tour that was left for longer than this is not taken up again. */
const freshMs = 24 * 3_600_000

/** What the visitor state holds, when it is progress and not too old. */
export function readProgress(value: Json | undefined, now: number): TourProgress | undefined {
  const progress = Object(value) as TourProgress
  // Of a tour or a step that is not there it is the place of nothing: see `placeOf`.
  return now - progress.startedAt < freshMs ? progress : undefined
}
