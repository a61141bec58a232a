import { Icon, iconNext, iconSend } from '@docent/ui/parts'
import { ConversationItem } from './ConversationItem.tsx'
import { UnsentItem } from './UnsentItem.tsx'
import type { ViewContext } from './view-context.ts'

/** The last conversation, or how to begin the first. */
export const HomeCard = ({ view }: { view: ViewContext }) => {
  const { context, model, t } = view
  const [last] = model.state.value.conversations
  const unsent = model.link.outbox.value.find(({ command }) => command.name === 'conversation-start')
  if (!last && unsent)
    return (
      <div class="card list">
        <UnsentItem view={view} id={unsent.command.id} />
      </div>
    )
  const ask = (
    <button type="button" class="card cardbtn row" onClick={() => context.open('chat', 'new')}>
      <Icon path={iconSend} />
      <span class="grow who">
        <span class="title">{t('chat.start')}</span>
        <span class="quiet small">{t('chat.start-why')}</span>
      </span>
      <Icon path={iconNext} flip />
    </button>
  )
  if (!last) return ask
  return (
    <button type="button" class="card cardbtn row" onClick={() => context.open('chat', last.id)}>
      <ConversationItem view={view} conversation={last} />
    </button>
  )
}
