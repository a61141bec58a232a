import { type FeatureContext, once, type Scope } from '@docent/core'
import type { TipDefinition } from '../options.ts'
import { type Find, finderFor, resolveTarget, rootsOf } from '../target/resolve.ts'
import { isVisible } from '../target/visible.ts'
import { showTip } from './show-tip.ts'
import { isWrong, type Tip, tipOf } from './tip-of.ts'

export interface Tips {
  /**
   * A control came under the pointer or got the focus, or is invalid. `path` is the event's, read while it was dispatched.
   */
  notice(event: Event, path: readonly EventTarget[]): void
}

/** A pointer that only passes by opens nothing, ms. */
const hoverMs = 300
const longPressMs = 450
/** How often targets that were not found are looked for again while the pointer moves, ms. */
const searchMs = 1000

type Mode = 'hover' | 'focus' | 'touch'
interface Turn {
  readonly control: Element
  readonly kind?: Tip['kind']
  readonly scope: Scope
}

/** One tip at a time: on hover after a moment, on focus at once, on touch by a long press that leaves the tap alone. */
export async function createTips(context: FeatureContext, definitions: readonly TipDefinition[]): Promise<Tips> {
  const { clock, scope } = context
  const find = createFinder(definitions, () => clock.now(), await finderFor(definitions.map(({ target }) => target)))
  /** A question must be up 300 ms after the press: what draws it comes with the pointer or the focus. */
  const prepareToAsk = once(() => Promise.all([import('../confirm/ask.ts'), context.layer()]))
  let open: Turn | undefined
  let pending: Turn | undefined
  /** Dismissed with Escape: silent until it is left. */
  let silent: Element | undefined

  const show = async (tip: Tip, mode: Mode): Promise<void> => {
    open?.scope.dispose()
    const { control, kind } = tip
    const mine: Turn = { control, kind, scope: scope.child() }
    open = mine
    mine.scope.add(() => {
      if (open === mine) open = undefined
    })
    const layer = await context.layer()
    const left = mode === 'focus' ? !control.matches(':focus-within') : mode === 'hover' && !control.matches(':hover')
    if (left || !control.isConnected) return mine.scope.dispose()
    if (mine.scope.signal.aborted) return
    showTip({ layer, tip, mode, scope: mine.scope, clock, dismissed: () => silence(control) })
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
  /** Runs `then` when the finger is lifted, unless it went to scroll. */
  const onLift = (page: Document, ends: readonly string[], then: () => void): void => {
    const wait = scope.child()
    page.addEventListener('pointerup', then, { signal: wait.signal })
    for (const type of ['pointerup', ...ends])
      page.addEventListener(type, wait.dispose, { signal: wait.signal, passive: true })
  }
  return {
    notice(event, path) {
      if (path.some((part) => (part as HTMLElement).dataset?.docentConfirm)) prepareToAsk().catch(context.report)
      const found = find(path)
      if (!found || silent === found.control) return
      const { control, kind } = found
      if (open?.control === control && open.kind === kind) return
      const isOfField = kind === 'validate' || kind === 'error'
      const present = (mode: Mode) => () => void show(found, mode).catch(context.report)
      const page = control.ownerDocument
      if (event.type === 'focusin') {
        if (isOfField || (path[0] as Element).matches(':focus-visible')) present('focus')()
      } else if (event.type === 'invalid') {
        // Where the focus is elsewhere, the browser takes it to the first field that is wrong, and that comes here too.
        if (kind === 'error' && control.matches(':focus')) present('focus')()
      } else if (kind === 'validate') {
        // What a field accepts matters to who is in it.
      } else if ((event as PointerEvent).pointerType === 'touch') {
        const ends = ['pointercancel', 'touchmove', 'scroll']
        // A word does nothing by itself, so that a tap is free to say what it means.
        if (kind === 'term') onLift(page, ends, present('touch'))
        else
          soon(control, longPressMs, page, ['pointerup', ...ends], () => {
            // It may have been lifted before this was loaded; a finger that is down is captured by what it came down on.
            if ((path[0] as Element).hasPointerCapture((event as PointerEvent).pointerId)) present('touch')()
          })
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
  return (path: readonly EventTarget[]): Tip | undefined => {
    for (const part of path as HTMLElement[]) {
      const tip = tipOf(part)
      if (tip) return tip
    }
    const page = path.at(-2) as Document
    for (const tip of definitions) {
      const { kind = 'tip', text } = tip
      const control = locate(tip, path, page) as HTMLElement | undefined
      if (control && (kind !== 'error' || isWrong(control))) return { control, kind, text }
    }
    return undefined
  }
}
