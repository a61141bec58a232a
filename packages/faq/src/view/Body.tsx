import type { ComponentChildren } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import type { Visit } from './use-places.ts'

interface BodyProps {
  readonly visit: Visit
  readonly class: string
  readonly lang?: string | undefined
  readonly onKeyDown?: (event: KeyboardEvent) => void
  readonly children: ComponentChildren
}

/** The part of a view that scrolls. Coming back, it stands where it was left, with the focus on what was opened from it. */
export function Body({ visit, children, ...rest }: BodyProps) {
  const element = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const body = element.current
    if (!body) return
    // A place that is new may begin at a heading, which its own content sees to.
    if (visit.scrollPx) body.scrollTop = visit.scrollPx
    const links = [...body.querySelectorAll<HTMLElement>('[data-article]')]
    const opened = links.find(({ dataset }) => dataset.article === visit.opened)
    const { activeElement } = body.getRootNode() as ShadowRoot
    const isFocused = visit.opened === undefined && body.parentElement?.contains(activeElement)
    // What had the focus went with the view before: it goes to the title of this one.
    const target = opened ?? (isFocused ? undefined : body.parentElement?.querySelector<HTMLElement>('[data-focus]'))
    target?.focus({ preventScroll: true })
  }, [])
  return (
    <div
      {...rest}
      class={`body ${rest.class}`}
      ref={element}
      onScroll={(event) => (visit.scrollPx = event.currentTarget.scrollTop)}
    >
      {children}
    </div>
  )
}
