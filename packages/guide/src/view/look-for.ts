import type { FeatureContext, Scope } from '@docent/core'
import type { Signal } from '@preact/signals-core'
import type { StepDefinition } from '../options.ts'
import { followTarget } from '../target/follow.ts'
import { boxOf, seenBoxOf } from './box-of.ts'

/** Where a step is shown. */
export interface Sight {
  readonly step?: StepDefinition
  /** `looking`: not yet. `beside`: at its target. `alone`: in the middle, because it has no target or none was found. */
  readonly phase: 'looking' | 'beside' | 'alone'
  /** Absent beside a target: it went away a moment ago and is looked for. */
  readonly element?: Element
}

/** How long a step looks for its target. */
export const defaultWaitMs = 8000

export interface Search {
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
export function lookFor(search: Search): void {
  const { context, layer, scope, tour, step, sight, giveUp } = search
  const { clock, report, track } = context
  const { waitMs = defaultWaitMs, target } = step
  const since = clock.now()
  let told = false
  const show = (seen: Sight): void => {
    sight.value = seen
    if (told) return
    told = true
    track('tour_step_seen', { tour, step: step.id })
    if (target) import('../target/health.ts').then((more) => more.tell(search, since, seen.element), report)
  }
  if (target === undefined) {
    show({ step, phase: 'alone' })
    return
  }
  const page = layer.ownerDocument
  let turn = scope.child()
  const giveUpIn = ({ signal }: Scope): void => {
    void clock.wait(waitMs, signal).then(() => {
      if (signal.aborted) return
      if (!giveUp()) show({ step, phase: 'alone' })
    })
  }
  const found = async (element: Element, signal: AbortSignal): Promise<void> => {
    // A dot waits until the visitor comes by.
    const isHidden = step.kind !== 'hotspot' && !isInView(element, page)
    const more = (isHidden || context.panel.peek()) && (await import('./reveal.ts').catch(report))
    if (more && isHidden) await more.reveal(element, page, clock, signal)
    if (signal.aborted) return
    if (more && context.panel.peek() && more.isUnder(layer, element)) context.close()
    show({ step, phase: 'beside', element })
  }
  sight.value = { step, phase: 'looking' }
  giveUpIn(turn)
  followTarget(target, page, scope.signal, (element) => {
    turn.dispose()
    turn = scope.child()
    if (element) return void found(element, turn.signal)
    if (sight.peek().phase === 'beside') sight.value = { step, phase: 'beside' }
    giveUpIn(turn)
  }).catch(report)
}

/** Whether all of an element can be seen. */
function isInView(element: Element, page: Document): boolean {
  const whole = boxOf(element, page)
  const seen = seenBoxOf(element, page)()
  const { clientWidth, clientHeight } = page.documentElement
  const isOnScreen = whole.left >= 0 && whole.top >= 0 && whole.right <= clientWidth && whole.bottom <= clientHeight
  return isOnScreen && seen !== undefined && seen.width * seen.height > 0.95 * whole.width * whole.height
}
