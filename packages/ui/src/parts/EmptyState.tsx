import type { ComponentChildren } from 'preact'
import { Icon } from './Icon.tsx'

/** What to expect, or what happened, and one way on. */
export const EmptyState = ({
  icon,
  title,
  level: Title = 'h3',
  children,
}: {
  icon: string
  title: string
  /** What the heading stands under decides. */
  level?: 'h2' | 'h3'
  children?: ComponentChildren
}) => (
  <div class="state">
    <span class="thumb accent">
      <Icon path={icon} />
    </span>
    <Title>{title}</Title>
    {children}
  </div>
)
