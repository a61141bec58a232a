import type { ComponentChildren } from 'preact'
import { Icon } from './Icon.tsx'

/** What to expect, or what happened, and one way on. */
export const EmptyState = ({
  icon,
  title,
  children,
}: {
  icon: string
  title: string
  children?: ComponentChildren
}) => (
  <div class="state">
    <span class="thumb accent">
      <Icon path={icon} />
    </span>
    <h3>{title}</h3>
    {children}
  </div>
)
