import type { FeatureContext, Scope } from '@docent/core'
import type { TipDefinition } from '../options.ts'
import { type Find, finderFor, resolveTarget, rootsOf } from '../target/resolve.ts'
import { isVisible } from '../target/visible.ts'
import { showTip } from './show-tip.ts'

export interface Tips {
  /**
   * A control came under the pointer or got the focus. `path` is the event's, read while it was dispatched; `isDown` says whether
   * the finger has not been lifted since.
   */
  notice(event: Event, path: readonly EventTarget[], isDown: () => boolean): void
}

/** A pointer that only passes by opens nothing, ms. */
const hoverMs = 300
const longPressMs = 450
/** How often targets that were not found are looked for again while the pointer moves, ms. */
const searchMs = 1000

type Mode = 'hover' | 'focus' | 'touch'
interface Turn {
  readonly control: Element
  readonly scope: Scope
}

/** One tip at a time: on hover after a moment, on focus at once, on touch by a long press that leaves the tap alone. */
export async function createTips(context: FeatureContext, definitions: readonly TipDefinition[]): Promise<Tips> {
  const { clock, scope } = context
  const find = createFinder(definitions, () => clock.now(), await finderFor(definitions.map(({ target }) => target)))
  let open: Turn | undefined
  let pending: Turn | undefined
  /** Dismissed with Escape: silent until it is left. */
  let silent: Element | undefined

  const show = async (control: Element, text: string, mode: Mode): Promise<void> => {
    open?.scope.dispose()
    const mine: Turn = { control, scope: scope.child() }
    open = mine
    mine.scope.add(() => {
      if (open === mine) open = undefined
    })
    const layer = await context.layer()
    const left = mode === 'focus' ? !control.matches(':focus-within') : mode === 'hover' && !control.matches(':hover')
    if (left || !control.isConnected) return mine.scope.dispose()
    if (mine.scope.signal.aborted) return
    showTip({ layer, control, text, mode, scope: mine.scope, clock, dismissed: () => silence(control) })
  }
  const silence = (control: Element): void => {
    // Dismissed from the tip itself, when the control has been left already.
    if (!control.matches(':hover, :focus-within')) return
    silent = control
    const left = (): void => void (silent = undefined)
    for (const type of ['pointerleave', 'focusout'])
      control.addEventListener(type, left, { once: true, signal: scope.signal })
  }
  /** Runs `then` after a moment, unless one of the events comes first. */
  const soon = (control: Element, ms: number, target: EventTarget, ends: readonly string[], then: () => void): void => {
    if (pending?.control === control) return
    pending?.scope.dispose()
    const wait = scope.child()
    pending = { control, scope: wait }
    wait.add(() => (pending = undefined))
    for (const type of ends) target.addEventListener(type, () => wait.dispose(), { signal: wait.signal, passive: true })
    void clock.wait(ms, wait.signal).then(() => {
      if (wait.signal.aborted) return
      wait.dispose()
      then()
    })
  }
  return {
    notice(event, path, isDown) {
      const found = find(path)
      if (!found || open?.control === found.control || silent === found.control) return
      const { control, text } = found
      const present = (mode: Mode) => () => void show(control, text, mode).catch(context.report)
      if (event.type === 'focusin') {
        if ((path[0] as Element).matches(':focus-visible')) present('focus')()
      } else if ((event as PointerEvent).pointerType === 'touch') {
        const ends = ['pointerup', 'pointercancel', 'touchmove', 'scroll']
        soon(control, longPressMs, control.ownerDocument, ends, () => isDown() && present('touch')())
      } else {
        soon(control, hoverMs, control, ['pointerleave', 'pointerdown'], present('hover'))
      }
    },
  }
}

/** The control that an event came from or through, and its tip: from the markup, else from the definitions. */
function createFinder(definitions: readonly TipDefinition[], now: () => number, find: Find) {
  const known = new Map<TipDefinition, { readonly element: Element | undefined; readonly at: number }>()
  const locate = (tip: TipDefinition, path: readonly EventTarget[], page: Document): Element | undefined => {
    const before = known.get(tip)
    const last = before?.element
    // What lies elsewhere lies elsewhere; what was not there is looked for again, but not with every move.
    if (before && !(last && path.includes(last)) && (last ? isVisible(last) : now() - before.at < searchMs))
      return undefined
    const { element } = resolveTarget(tip.target, rootsOf(page), find)
    known.set(tip, { element, at: now() })
    return element && path.includes(element) ? element : undefined
  }
  return (path: readonly EventTarget[]): { control: Element; text: string } | undefined => {
    for (const part of path as HTMLElement[]) {
      const text = part.dataset?.docentTip
      if (text) return { control: part, text }
    }
    const page = path.at(-2) as Document
    for (const tip of definitions) {
      const control = locate(tip, path, page)
      if (control) return { control, text: tip.text }
    }
    return undefined
  }
}
