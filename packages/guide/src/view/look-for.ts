import type { FeatureContext, Scope } from '@docent/core'
import type { Signal } from '@preact/signals-core'
import type { StepDefinition } from '../options.ts'
import { followTarget } from '../target/follow.ts'
import { boxOf } from './box-of.ts'
import { reveal } from './reveal.ts'

/** Where a step is shown. */
export interface Sight {
  readonly step?: StepDefinition
  /** `looking`: not yet. `beside`: at its target. `alone`: in the middle, because it has no target or none was found. */
  readonly phase: 'looking' | 'beside' | 'alone'
  /** Absent beside a target: it went away a moment ago and is looked for. */
  readonly element?: Element
}

const defaultWaitMs = 8000

interface Search {
  readonly context: Pick<FeatureContext, 'clock' | 'close' | 'panel' | 'report' | 'track'>
  readonly layer: HTMLElement
  readonly scope: Scope
  readonly tour: string
  readonly step: StepDefinition
  readonly sight: Signal<Sight>
  /** Its target does not come. `true`: that is dealt with. */
  giveUp(): boolean | undefined
}

/** Finds the target of a step and keeps up with it; gives it up after a while, and takes it up again when it comes after all. */
export function lookFor({ context, layer, scope, tour, step, sight, giveUp }: Search): void {
  const { clock, report, track } = context
  const { waitMs = defaultWaitMs, target } = step
  let told = false
  const show = (seen: Sight): void => {
    sight.value = seen
    if (!told) track('tour_step_seen', { tour, step: step.id })
    told = true
  }
  if (target === undefined) {
    show({ step, phase: 'alone' })
    return
  }
  let turn = scope.child()
  const giveUpIn = ({ signal }: Scope): void => {
    void clock.wait(waitMs, signal).then(() => {
      if (signal.aborted) return
      track('guide_target_missing', { tour, step: step.id, waited_ms: waitMs })
      if (!giveUp()) show({ step, phase: 'alone' })
    })
  }
  const found = async (element: Element, signal: AbortSignal): Promise<void> => {
    // A dot waits until the visitor comes by.
    if (step.kind !== 'hotspot') await reveal(element, layer.ownerDocument, clock, signal)
    if (signal.aborted) return
    if (context.panel.peek() && isUnder(layer, element)) context.close()
    show({ step, phase: 'beside', element })
  }
  sight.value = { step, phase: 'looking' }
  giveUpIn(turn)
  followTarget(target, layer.ownerDocument, scope.signal, (element) => {
    turn.dispose()
    turn = scope.child()
    if (element) return void found(element, turn.signal)
    if (sight.peek().phase === 'beside') sight.value = { step, phase: 'beside' }
    giveUpIn(turn)
  }).catch(report)
}

/** Whether our own panel lies over the middle of an element. */
function isUnder(layer: HTMLElement, element: Element): boolean {
  const { left, top, width, height } = boxOf(element, layer.ownerDocument)
  const host = (layer.getRootNode() as ShadowRoot).host
  return layer.ownerDocument.elementFromPoint(left + width / 2, top + height / 2) === host
}
