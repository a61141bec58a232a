import type { Target } from '@docent/protocol'
import { finderFor, resolveTarget, rootsOf } from './resolve.ts'

/**
 * Tells which element a target names now, and again whenever that changes: it mounts late, is shown, hidden, or replaced by the
 * host's framework. Observers only: a page that stands still costs nothing.
 */
export async function followTarget(
  target: Target,
  document: Document,
  signal: AbortSignal,
  changed: (element: Element | undefined) => void,
): Promise<void> {
  const view = document.defaultView
  const find = await finderFor([target])
  if (!view || signal.aborted) return
  let current: Element | undefined
  let frame = 0
  const schedule = (): void => {
    frame ||= view.requestAnimationFrame(resolve)
  }
  /** While there is a target, only what could take it away or rename it matters. */
  const matters = ({ type, target: node }: MutationRecord): boolean =>
    !current || type === 'childList' || node.contains(current) || current.contains(node)
  const mutations = new view.MutationObserver((records) => records.some(matters) && schedule())
  const sizes = new view.ResizeObserver(schedule)
  const measured = new Set<Element>()
  const measure = (wanted: readonly Element[]): void => {
    for (const element of measured) {
      if (!wanted.includes(element) && measured.delete(element)) sizes.unobserve(element)
    }
    for (const element of wanted) {
      if (!measured.has(element) && measured.add(element)) sizes.observe(element)
    }
  }
  function resolve(): void {
    frame = 0
    const roots = rootsOf(document)
    const { element, hidden } = resolveTarget(target, roots, find)
    // Observing again what is observed already changes nothing.
    for (const root of roots)
      mutations.observe(root, { subtree: true, childList: true, attributes: true, characterData: true })
    measure(element ? [element] : hidden)
    if (element === current) return
    current = element
    changed(element)
  }
  // A box may appear at the end of a transition, and a frame has another document when it was loaded, without a mutation here.
  for (const type of ['transitionend', 'animationend', 'load'])
    document.addEventListener(type, () => void (current?.ownerDocument.defaultView || schedule()), {
      capture: true,
      signal,
    })
  signal.addEventListener('abort', () => {
    view.cancelAnimationFrame(frame)
    mutations.disconnect()
    sizes.disconnect()
  })
  resolve()
}
