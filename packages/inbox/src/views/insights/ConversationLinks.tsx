import type { ConversationLink } from '@docent/protocol'
import { RouteLink } from '../RouteLink.tsx'
import type { ViewContext } from '../view-context.ts'

/** The conversations behind a figure. */
export const ConversationLinks = ({
  view: { t, router },
  links,
}: {
  view: ViewContext
  links: readonly ConversationLink[]
}) => (
  <ul class="links">
    {links.map(({ id, title }) => (
      <li key={id}>
        <RouteLink router={router} to={{ list: 'open', conversationId: id }}>
          {title || t('insights.no-title')}
        </RouteLink>
      </li>
    ))}
  </ul>
)
