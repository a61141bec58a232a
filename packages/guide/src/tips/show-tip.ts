import type { Clock, Scope } from '@docent/core'
import { adoptStyles } from '@docent/ui/parts'
import { keepOnTop } from '../view/keep-on-top.ts'
import { placeBeside } from '../view/place-beside.ts'
import { describe } from './describe.ts'
import styles from './tip.css?inline'
import { isGood, isWrong, type Tip } from './tip-of.ts'

interface TipSurface {
  readonly layer: HTMLElement
  readonly tip: Tip
  readonly mode: 'hover' | 'focus' | 'touch'
  readonly scope: Scope
  readonly clock: Clock
  /** With Escape. */
  dismissed(): void
}

/** Time to get from the control to the tip with the pointer, ms. */
const graceMs = 300

/** Draws a tip until it is left, dismissed with Escape, or the scope ends. */
export function showTip({ layer, tip: { control, kind, text }, mode, scope, clock, dismissed }: TipSurface): void {
  const root = layer.getRootNode() as ShadowRoot
  const page = layer.ownerDocument
  adoptStyles(root, styles)
  const tip = page.createElement('div')
  tip.className = `tip ${kind}`
  tip.role = 'tooltip'
  tip.textContent = text
  const arrow = page.createElement('i')
  tip.append(arrow)
  layer.append(tip)
  scope.add(() => tip.remove())
  keepOnTop(layer, scope)
  describe(control, text, root.host, scope, kind === 'error' ? ['aria-describedby', 'aria-errormessage'] : undefined)
  const close = (): void => (control.matches(':focus-visible') && mode === 'focus' ? undefined : scope.dispose())
  scope.add(placeBeside({ reference: control, floating: tip, arrow, placement: 'top', gap: 8, lost: scope.dispose }))
  const listen = (target: EventTarget, type: string, handle: (event: Event) => void): void =>
    target.addEventListener(type, handle, { signal: scope.signal, capture: target === page })
  const check = (): void => {
    tip.classList.toggle('good', kind === 'validate' && isGood(control))
    if (kind === 'error' && !isWrong(control)) scope.dispose()
  }
  check()
  for (const type of ['input', 'change']) listen(control, type, check)
  listen(page, 'keydown', (event) => {
    if ((event as KeyboardEvent).key !== 'Escape') return
    dismissed()
    scope.dispose()
  })
  listen(page, 'pointerdown', (event) => {
    const path = event.composedPath()
    if (mode === 'touch' && !path.includes(tip)) scope.dispose()
  })
  listen(control, 'focusout', () => mode !== 'touch' && !control.matches(':hover') && scope.dispose())
  if (mode === 'touch') return
  let over = 0
  const leave = (): void => {
    const left = ++over
    void clock.wait(graceMs, scope.signal).then(() => left === over && close())
  }
  for (const part of [control, tip]) {
    listen(part, 'pointerenter', () => void over++)
    listen(part, 'pointerleave', leave)
  }
}
