import { isConversation } from '@docent/protocol'
import { adopts } from '@docent/ui/parts'
import { ConversationItem } from './ConversationItem.tsx'
import styles from './past.css?inline'
import { withPast } from './past-view.ts'
import { UnsentItem } from './UnsentItem.tsx'
import type { ViewContext } from './view-context.ts'

const adoptPast = adopts(styles)

/** The newest conversation, or the first one that has not reached the backend yet. */
export const LastConversation = ({ view: plain }: { view: ViewContext }) => {
  const view = withPast(plain)
  const { context, model } = view
  const last = model.state.value.conversations.find(isConversation)
  const unsent = model.link.outbox.value.find(({ command }) => command.name === 'conversation-start')
  if (last)
    return (
      <button type="button" class="card cardbtn row" ref={adoptPast} onClick={() => context.open('chat', last.id)}>
        <ConversationItem view={view} conversation={last} />
      </button>
    )
  return (
    <div class="card list" ref={adoptPast}>
      {unsent && <UnsentItem view={view} id={unsent.command.id} />}
    </div>
  )
}
