import type { ComponentChildren } from 'preact'

/** Where a list will be: what to expect, and one way to begin. */
export function EmptyState({ title, children }: { readonly title: string; readonly children: ComponentChildren }) {
  return (
    <div class="empty">
      <h2>{title}</h2>
      {children}
    </div>
  )
}
