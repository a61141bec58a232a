import type { FeatureContext, Scope } from '@docent/core'
import { adoptStyles } from '@docent/ui/parts'
import { computed, signal, untracked } from '@preact/signals-core'
import type { TourControl } from '../tour/tour-control.ts'
import { drawTour } from './draw-tour.ts'
import { element } from './element.ts'
import { activeIn } from './focus.ts'
import styles from './guide.css?inline'
import { keepOnTop } from './keep-on-top.ts'
import type { Rare } from './kinds/index.ts'
import { lookFor, type Sight } from './look-for.ts'

export interface TourSurface {
  readonly context: FeatureContext
  readonly control: TourControl
  readonly layer: HTMLElement
  /** Outlives a pause of the tour. */
  readonly memory: { returnTo?: HTMLElement | null | undefined }
  /** For tours of more than cards with a button. */
  readonly rare?: Rare | undefined
  readonly scope: Scope
}

/** Draws the tour that runs into the layer, step by step, until the scope ends. */
export function mountTour({ context, control, layer, memory, rare, scope }: TourSurface): void {
  const page = layer.ownerDocument
  const sight = signal<Sight>({ phase: 'looking' })
  const step = computed(() => control.place.value?.step)
  // The answer to a step may lead to another page at once: nothing is left to load then.
  context.storage.open?.().catch(context.report)
  if (control.byHand()) memory.returnTo ??= activeIn(page)
  adoptStyles(layer.getRootNode() as ShadowRoot, styles)
  const container = element(page, 'div', { class: 'tour' })
  layer.append(container)
  keepOnTop(layer, scope)
  scope.add(() => {
    container.remove()
    if (control.tourId.peek()) return
    // The tour is over: the focus goes back, unless the visitor has taken it elsewhere.
    if (activeIn(page) === page.body && memory.returnTo?.isConnected) memory.returnTo.focus()
    memory.returnTo = undefined
  })
  drawTour({ context, control, sight, container, rare, scope })
  scope.effect(() => {
    const current = step.value
    if (!current) return
    const scopeOfStep = scope.child()
    untracked(() => {
      const tour = control.tourId.peek() ?? ''
      const giveUp = (): boolean | undefined => rare?.giveUp(context, control, current)
      lookFor({ context, layer, scope: scopeOfStep, tour, step: current, sight, giveUp })
    })
    return scopeOfStep.dispose
  })
  scope.effect(() => {
    const { step: pointed, element: target } = sight.value
    if (!pointed || !target) return
    return control.followClick?.(pointed, target) ?? rare?.followInput(context, control, pointed, target)
  })
}
