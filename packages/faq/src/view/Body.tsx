import type { ComponentChildren } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import type { MorePart } from './more-part.ts'
import type { Visit } from './use-places.ts'

interface BodyProps {
  readonly visit: Visit
  readonly part: MorePart
  readonly class: string
  readonly lang?: string | undefined
  readonly onKeyDown?: (event: KeyboardEvent) => void
  readonly children: ComponentChildren
}

/** The part of a view that scrolls. Coming back, it stands where it was left. */
export function Body({ visit, part, children, ...rest }: BodyProps) {
  const element = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    if (element.current) part.views.peek()?.takeUp(element.current, visit)
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
