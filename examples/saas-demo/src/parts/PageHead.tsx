import type { ComponentChildren } from 'preact'
import { useEffect } from 'preact/hooks'

interface PageHeadProps {
  readonly title: string
  /** Beside the title: a state, a count. */
  readonly aside?: ComponentChildren
  readonly back?: { readonly href: string; readonly label: string }
  /** Buttons, the main one first. */
  readonly children?: ComponentChildren
}

/** Title and actions of a page; also the title of the browser's tab. */
export function PageHead({ title, aside, back, children }: PageHeadProps) {
  useEffect(() => {
    document.title = `${title} · Paperlane`
  }, [title])
  return (
    <header class="page-head">
      {back && (
        <a class="back" href={back.href}>
          ← {back.label}
        </a>
      )}
      <div class="page-title">
        <h1>{title}</h1>
        {aside}
      </div>
      {children && <div class="page-actions">{children}</div>}
    </header>
  )
}
