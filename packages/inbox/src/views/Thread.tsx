import type { Id } from '@docent/protocol'
import { Avatar, SkeletonLines } from '@docent/ui/parts'
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks'
import { visitorName } from '../names.ts'
import { type Bubble, firstUnread } from '../thread.ts'
import { turnsOf } from '../turns.ts'
import { TurnView } from './TurnView.tsx'
import { useSticky } from './use-sticky.ts'
import type { ViewContext } from './view-context.ts'

/** The messages of a conversation. Ends at the newest; stays where the reader is. */
export const Thread = ({ view, id }: { view: ViewContext; id: Id }) => {
  const { model, page, t } = view
  const thread = model.state.value.threads[id]
  const conversation = model.conversations.value[id]
  const bubbles = model.bubbles(id)
  const typing = model.state.value.typing[id]
  const name = conversation ? visitorName(t, conversation.visitor) : ''
  const body = useRef<HTMLDivElement | null>(null)
  const divider = useDivider(view, id, bubbles)
  const { atEnd, toEnd } = useSticky(body, {
    head: bubbles[0]?.key,
    tail: [bubbles.length, typing !== undefined, thread?.loaded],
  })
  const isOnline = model.link.status.value === 'online'
  const isLoaded = thread?.loaded ?? false
  useEffect(() => {
    if (!isLoaded && isOnline) void model.loadThread(id)
  }, [id, isLoaded, isOnline])
  useEffect(() => {
    const isShown = page.visible.value && body.current?.checkVisibility()
    if (isLoaded && atEnd.value && isShown) model.seen(id)
  }, [isLoaded, atEnd.value, page.visible.value, conversation?.unread, bubbles.length])
  return (
    <div class="window">
      <div ref={body} class="scroller" role="log" aria-live="off" aria-label={t('thread.messages')} tabIndex={0}>
        <div class="thread">
          <ThreadStart view={view} id={id} />
          {turnsOf(bubbles, divider).map((turn) => (
            <TurnView key={turn.key} view={view} turn={turn} name={name} />
          ))}
          {typing?.author.kind === 'visitor' && (
            <div class="turn bare">
              <Avatar name={name} size="s" />
              <span class="bubble typing" role="img" aria-label={t('thread.typing', { name })}>
                <i />
                <i />
                <i />
              </span>
            </div>
          )}
        </div>
      </div>
      {!atEnd.value && (
        <div class="latest">
          <button type="button" class="chip" onClick={toEnd}>
            {t('thread.latest')}
          </button>
        </div>
      )}
    </div>
  )
}

/** What stands above the oldest message that is here. */
const ThreadStart = ({ view, id }: { view: ViewContext; id: Id }) => {
  const { model, t } = view
  const thread = model.state.value.threads[id]
  if (thread?.failed)
    return (
      <p class="time">
        {t('thread.failed')}{' '}
        <button type="button" class="link" onClick={() => void model.loadThread(id)}>
          {t('thread.retry')}
        </button>
      </p>
    )
  if (!thread?.loaded && !thread?.messages.length) return <SkeletonLines label={t('thread.loading')} />
  if (thread?.older === undefined) return null
  return (
    <button type="button" class="button s plain time" onClick={() => void model.loadOlder(id)}>
      {t('thread.earlier')}
    </button>
  )
}

/** Where "New" stands: before what was unread when the thread was opened. It stays until the thread is left. */
function useDivider({ model }: ViewContext, id: Id, bubbles: readonly Bubble[]): string | undefined {
  const found = useRef<{ readonly key: string | undefined } | undefined>(undefined)
  const thread = model.state.value.threads[id]
  // What the server says, before this thread counts as read.
  const conversation = model.state.value.conversations[id]
  useLayoutEffect(() => {
    if (!found.current && conversation && thread?.loaded) found.current = { key: firstUnread(bubbles, conversation) }
  })
  if (found.current) return found.current.key
  return conversation && thread?.loaded ? firstUnread(bubbles, conversation) : undefined
}
