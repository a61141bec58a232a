import type { ComponentChildren } from 'preact'
import type { Route, Router } from '../router.ts'

interface RouteLinkProps {
  readonly router: Router
  readonly to: Route
  readonly class?: string
  readonly current?: boolean
  readonly onGo?: () => void
  readonly children: ComponentChildren
}

/** A link inside the inbox: a plain click stays on the page, a middle click opens a tab as everywhere. */
export const RouteLink = ({ router, to, current, onGo, children, ...rest }: RouteLinkProps) => (
  <a
    href={router.href(to)}
    {...rest}
    {...(current && { 'aria-current': 'page' as const })}
    onClick={(event) => {
      if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
      event.preventDefault()
      router.go(to)
      onGo?.()
    }}
  >
    {children}
  </a>
)
