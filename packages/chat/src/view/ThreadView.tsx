import { Avatar, Header, useReplyTime } from '@docent/ui/parts'
import { type DraftFile, draftOf } from '../drafts.ts'
import { conversationOf } from '../state.ts'
import { Composer } from './Composer.tsx'
import { ConnectionStrip } from './ConnectionStrip.tsx'
import type { ViewContext } from './view-context.ts'

/** One conversation with its head and composer. `id`: of the conversation, of the command that starts it, or `new`. */
export const ThreadView = ({ view, id }: { view: ViewContext; id: string }) => {
  const { context, model, t, Thread, Beside } = view
  const again = context.page.online.value
  const window = <div class="window" />
  const conversation = conversationOf(model.state.value, id)
  const { name: product } = context.config.value
  const replyTime = useReplyTime(context, model.reply.value)
  const agent = conversation?.agent
  const name = agent?.name ?? product ?? t('chat.team')
  const onSend = async (text: string, files: readonly DraftFile[]): Promise<void> => {
    const { send } = await model.acts()
    const key = await send(id, text, files)
    if (!conversation && key !== id) context.open('chat', key)
  }
  return (
    <div class="view">
      <Header context={context} onBack={() => context.open('chat')}>
        <Avatar name={name} url={agent?.avatarUrl} />
        <div class="who">
          <h2 class="one" tabIndex={-1}>
            {id === 'new' ? t('chat.new') : name}
          </h2>
          {replyTime && <span class="faint one">{replyTime}</span>}
        </div>
      </Header>
      <ConnectionStrip view={view} />
      {id !== 'new' && <Thread view={view} id={id} again={again} meanwhile={window} />}
      <Beside {...{ view, id, conversation, again }} meanwhile={id === 'new' && window} />
      <Composer view={view} draft={draftOf(model.state.value, id)} conversation={conversation} onSend={onSend} />
    </div>
  )
}
