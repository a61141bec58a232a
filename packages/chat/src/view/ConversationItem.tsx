import type { Conversation } from '@docent/protocol'
import { Avatar } from '@docent/ui/parts'
import type { PastView } from './past-view.ts'

/** One conversation in a list: who, what last, when, how many unread. */
export const ConversationItem = ({ view, conversation }: { view: PastView; conversation: Conversation }) => {
  const { t, times } = view
  const { unread, lastAuthor, agent, excerpt, title, changedAt, startedAt, status } = conversation
  const name = agent?.name ?? view.context.config.value.name ?? t('chat.team')
  const who = lastAuthor?.kind === 'visitor' ? t('chat.you') : (lastAuthor?.name ?? name)
  return (
    <>
      <Avatar name={name} url={agent?.avatarUrl} size="l" />
      <span class={`grow who${unread ? ' new' : ''}`}>
        <span class="row tight">
          <span class="title one grow">{title ?? name}</span>
          <span class="faint num">{times.short(changedAt || startedAt)}</span>
        </span>
        <span class="row tight">
          <span class="quiet small one grow preview">
            {excerpt ? t('chat.said', { name: who, text: excerpt }) : t('chat.empty-title')}
          </span>
          {unread > 0 && (
            <span class="count">
              <span aria-hidden="true">{unread}</span>
              <span class="hidden">{t('chat.unread', { count: unread })}</span>
            </span>
          )}
          {status === 'closed' && unread === 0 && <span class="tag good">{t('chat.solved')}</span>}
        </span>
      </span>
    </>
  )
}
