import type { Visit } from '../use-places.ts'

/** The visitor goes from place to place: who comes back is where they were, with the focus on what they opened from there. */
export function takeUp(body: HTMLElement, visit: Visit): void {
  // A place that is new may begin at a heading, which its own content sees to.
  if (visit.scrollPx) body.scrollTop = visit.scrollPx
  const links = [...body.querySelectorAll<HTMLElement>('[data-article]')]
  const opened = links.find(({ dataset }) => dataset.article === visit.opened)
  const { activeElement } = body.getRootNode() as ShadowRoot
  const isFocused = visit.opened === undefined && body.parentElement?.contains(activeElement)
  // What had the focus went with the view before: it goes to the title of this one.
  const target = opened ?? (isFocused ? undefined : body.parentElement?.querySelector<HTMLElement>('[data-focus]'))
  target?.focus({ preventScroll: true })
}
