import type { FeatureContext, Scope, Translate } from '@docent/core'
import { computed, type ReadonlySignal } from '@preact/signals-core'
import { guideMessages } from '../messages.ts'
import type { Place } from '../reduce.ts'
import type { TourControl } from '../tour/tour-control.ts'
import { drawCard } from './draw-card.ts'
import { element } from './element.ts'
import type { Rare } from './kinds/index.ts'
import type { Sight } from './look-for.ts'
import { createSpotlight, type Spotlight } from './spotlight.ts'
import type { StepCard } from './step-card.ts'

interface TourDrawing {
  readonly context: FeatureContext
  readonly control: TourControl
  readonly sight: ReadonlySignal<Sight>
  readonly container: HTMLElement
  readonly rare?: Rare | undefined
  readonly scope: Scope
}

/** What a step is drawn with, as long as the scope lasts. */
export interface StepDrawing extends Omit<TourDrawing, 'rare'> {
  readonly t: Translate<typeof guideMessages>
  readonly page: Document
  readonly place: Place
  readonly light: Spotlight
  readonly region: HTMLElement
  /** The visitor asked for the tour, or was on its card: the next card takes the focus. Others are announced. */
  readonly focus: { engaged: boolean }
}

export type DrawCard = (drawing: StepDrawing) => StepCard

/** Draws spotlight, live region and the steps of a tour into the container, each while it is in sight. */
export function drawTour({ rare, ...drawing }: TourDrawing): void {
  const { context, control, sight, container, scope } = drawing
  const page = container.ownerDocument
  const light = createSpotlight(container)
  const region = element(page, 'div', { class: 'hidden', role: 'status' })
  container.append(region)
  const shared = { ...drawing, page, light, region, t: context.translator(guideMessages) }
  const focus = { engaged: control.byHand() }
  // Of the place only the step: it is a new object with whatever else is kept about the visitor.
  const inSight = computed(() => {
    const { step, phase } = sight.value
    return phase !== 'looking' && step === control.place.value?.step ? step : undefined
  })
  scope.effect(() => {
    const place = inSight.value && control.place.peek()
    if (!place) return
    const scopeOfStep = scope.child()
    const draw = rare?.draw ?? drawCard
    draw({ ...shared, focus, place, scope: scopeOfStep })
    return scopeOfStep.dispose
  })
}
