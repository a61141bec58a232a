import type { AgentConversation } from '@docent/protocol'
import { Avatar } from '@docent/ui/parts'
import { visitorName } from '../names.ts'
import { RouteLink } from './RouteLink.tsx'
import { StatusTag } from './StatusTag.tsx'
import type { ViewContext } from './view-context.ts'

interface RowProps {
  readonly view: ViewContext
  readonly conversation: AgentConversation
  readonly current: boolean
}

/** One conversation in the list: who, how long they have waited, what last, with whom, when. */
export const ConversationRow = ({ view, conversation, current }: RowProps) => {
  const { t, model, router, times } = view
  const { id, visitor, unread, changedAt, startedAt } = conversation
  const name = visitorName(t, visitor)
  const isWriting = model.state.value.typing[id]?.author.kind === 'visitor'
  const isOnline = model.state.value.visitors[visitor.id]?.online ?? false
  const draft = model.drafts.get(id).text
  return (
    <li>
      <RouteLink
        router={router}
        to={{ list: router.route.value.list, conversationId: id }}
        class={`convo${unread > 0 ? ' new' : ''}${current ? ' on' : ''}`}
        current={current}
      >
        <span class="face">
          <Avatar name={name} />
          {isOnline && <span class="dot online" />}
        </span>
        <span class="row tight">
          <span class="title one grow">{name}</span>
          <StatusTag view={view} conversation={conversation} />
        </span>
        <span class="row tight">
          {isWriting ? (
            <span class="small one grow tone">{t('row.typing')}</span>
          ) : (
            <span class={`small one grow${unread > 0 ? '' : ' quiet'}`}>{excerptOf(view, conversation)}</span>
          )}
          {draft && !current && <span class="tag">{t('row.draft')}</span>}
          {unread > 0 && (
            <span class="count">
              <span aria-hidden="true">{unread}</span>
              <span class="hidden">{t('row.unread', { count: unread })}</span>
            </span>
          )}
        </span>
        <span class="row tight faint">
          <span class="grow one">{aboutOf(view, conversation)}</span>
          <time class="num" dateTime={new Date(changedAt || startedAt).toISOString()}>
            {times.short(changedAt || startedAt)}
          </time>
        </span>
      </RouteLink>
    </li>
  )
}

function excerptOf({ t, model }: ViewContext, { excerpt = '', lastAuthor }: AgentConversation): string {
  if (!lastAuthor || lastAuthor.kind === 'visitor') return excerpt
  if (lastAuthor.id === model.me.value.id) return t('row.you', { text: excerpt })
  return t('row.by', { name: lastAuthor.name ?? t('thread.bot'), text: excerpt })
}

/** Whose it is, where the list does not say so already, and what it is about. */
function aboutOf({ t, model, router }: ViewContext, conversation: AgentConversation): string {
  const { assignee, title = '', excerpt = '', visitor } = conversation
  const { list } = router.route.value
  const isMine = assignee?.id === model.me.value.id
  const owner = !assignee ? t('row.with-nobody') : isMine ? t('row.with-you') : (assignee.name ?? '')
  const plan = model.state.value.visitors[visitor.id]?.traits.plan
  const topic = excerpt.startsWith(title.replace(/…$/, '')) ? '' : title
  return [list !== 'mine' && list !== 'unassigned' && owner, typeof plan === 'string' ? plan : topic]
    .filter(Boolean)
    .join(' · ')
}
