import { isConversation } from '@docent/protocol'
import { adopts, EmptyState, Header, iconChat, useReplyTime } from '@docent/ui/parts'
import { ConversationItem } from './ConversationItem.tsx'
import styles from './past.css?inline'
import { withPast } from './past-view.ts'
import { UnsentItem } from './UnsentItem.tsx'
import type { ViewContext } from './view-context.ts'

const adoptPast = adopts(styles)

/** All conversations, newest first, with those that have not reached the backend yet on top. */
export const ConversationList = ({ view: plain }: { view: ViewContext }) => {
  const view = withPast(plain)
  const { context, model, t } = view
  const conversations = model.state.value.conversations.filter(isConversation)
  const replyTime = useReplyTime(context, model.reply.value)
  const known = new Set(conversations.map(({ commandId }) => commandId))
  const unsent = model.link.outbox.value.filter(
    ({ command }) => command.name === 'conversation-start' && !known.has(command.id),
  )
  const start = (
    <button type="button" class="button main full" onClick={() => context.open('chat', 'new')}>
      {t('chat.new')}
    </button>
  )
  const empty = conversations.length + unsent.length === 0
  return (
    <div class="view" ref={adoptPast}>
      <Header context={context} title={t('chat.label')} />
      {empty ? (
        <EmptyState icon={iconChat} title={t('chat.empty-title')}>
          <p>{replyTime || t('chat.empty')}</p>
          <button type="button" class="button main" onClick={() => context.open('chat', 'new')}>
            {t('chat.new')}
          </button>
        </EmptyState>
      ) : (
        <>
          <div class="body">
            <div class="card list">
              {unsent.map(({ command }) => (
                <UnsentItem key={command.id} view={view} id={command.id} />
              ))}
              {conversations.map((conversation) => (
                <button
                  key={conversation.id}
                  type="button"
                  class="item"
                  onClick={() => context.open('chat', conversation.id)}
                >
                  <ConversationItem view={view} conversation={conversation} />
                </button>
              ))}
            </div>
          </div>
          <div class="foot">{start}</div>
        </>
      )}
    </div>
  )
}
