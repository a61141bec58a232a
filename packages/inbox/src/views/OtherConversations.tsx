import type { AgentConversation } from '@docent/protocol'
import { Icon, iconChat, iconCheck, iconClock } from '@docent/ui/parts'
import { useSignal } from '@preact/signals'
import { byNewestChange } from '../lists.ts'
import { RouteLink } from './RouteLink.tsx'
import type { ViewContext } from './view-context.ts'
import { WriteDialog } from './WriteDialog.tsx'

const icons = { open: iconChat, snoozed: iconClock, closed: iconCheck } as const

/** What else this visitor has written. */
export const OtherConversations = ({ view, conversation }: { view: ViewContext; conversation: AgentConversation }) => {
  const { t, model, router, times } = view
  const others = Object.values(model.conversations.value)
    .filter(({ id, visitor }) => visitor.id === conversation.visitor.id && id !== conversation.id)
    .sort(byNewestChange)
  const writing = useSignal(false)
  return (
    <div class="stack tight part">
      <h3 class="label">{t('visitor.earlier')}</h3>
      <ul>
        {others.map(({ id, title, status, changedAt }) => (
          <li key={id}>
            <RouteLink
              router={router}
              to={{ list: router.route.value.list, conversationId: id }}
              class="row tight other"
            >
              <Icon path={icons[status]} small />
              <span class="grow one">{title ?? t('visitor.untitled')}</span>
              <span class="faint num">{times.short(changedAt)}</span>
            </RouteLink>
          </li>
        ))}
      </ul>
      <div class="row tight">
        <button type="button" class="button s" onClick={() => void (writing.value = true)}>
          {t('visitor.write')}
        </button>
      </div>
      {writing.value && (
        <WriteDialog view={view} visitorId={conversation.visitor.id} onClose={() => void (writing.value = false)} />
      )}
    </div>
  )
}
