import { type Author, isAuthor, isMessage } from '@docent/protocol'
import { Announce, Avatar, adopts, SkeletonLines } from '@docent/ui/parts'
import { useSignal } from '@preact/signals'
import { useEffect, useLayoutEffect, useMemo, useRef } from 'preact/hooks'
import { textOfParts } from '../part-text.ts'
import { conversationOf } from '../state.ts'
import { type Bubble, bubblesIn } from '../thread.ts'
import styles from './past.css?inline'
import { type PastView, withPast } from './past-view.ts'
import { TurnView } from './TurnView.tsx'
import { turnsOf } from './turns.ts'
import { useSticky } from './use-sticky.ts'
import { useTail } from './use-tail.ts'
import type { ViewContext } from './view-context.ts'

const adoptPast = adopts(styles)

/** The messages of a conversation. Ends at the newest; stays where the reader is. */
export const Thread = ({ view: plain, id }: { view: ViewContext; id: string }) => {
  const view = withPast(plain)
  const { context, model, t } = view
  const state = model.state.value
  const conversation = conversationOf(state, id)
  // Whoever scrolls changes nothing of what was said.
  const bubbles = useMemo(() => bubblesIn(model, id), [state, model.link.outbox.value, id])
  const thread = conversation && state.threads[conversation.id]
  const typing = conversation && state.typing[conversation.id]
  const body = useRef<HTMLDivElement | null>(null)
  const failed = useSignal(false)
  const firstUnread = useFirstUnread(view, id)
  const { atEnd, toEnd, follow } = useSticky(body, [bubbles.length, typing !== undefined])
  const fetchOlder =
    conversation && thread?.older !== undefined
      ? () =>
          model
            .history()
            .then(({ loadOlder }) => loadOlder(conversation.id))
            .catch(context.report)
      : undefined
  const { shown, goBack, onScroll } = useTail(body, bubbles, firstUnread, atEnd, fetchOlder)
  const load = (): void => {
    if (!conversation) return
    failed.value = false
    model
      .history()
      .then(({ load }) => load(conversation.id))
      .catch((error) => {
        failed.value = error.code !== 'offline'
        context.report(error)
      })
  }
  useEffect(() => {
    if (!thread?.loaded) load()
  }, [conversation?.id, model.link.status.value === 'online'])
  useEffect(() => {
    if (conversation && atEnd.value && context.page.visible.value && context.panel.value)
      model.acts().then(({ seen }) => seen(conversation.id), context.report)
  }, [conversation?.unread, atEnd.value, context.page.visible.value, context.panel.value, bubbles.length])
  const drawn = shown.filter(isSound)
  return (
    <div class="window" ref={adoptPast}>
      <div
        ref={body}
        class="body"
        role="log"
        aria-live="off"
        aria-label={t('chat.thread')}
        tabIndex={0}
        onScroll={() => {
          follow()
          onScroll()
        }}
      >
        <div class="thread">
          {(fetchOlder || shown.length < bubbles.length) && (
            <button type="button" class="button s plain time" onClick={goBack}>
              {t('chat.earlier')}
            </button>
          )}
          {failed.value && (
            <p class="time">
              {t('chat.history-failed')}{' '}
              <button type="button" class="link" onClick={load}>
                {t('chat.retry')}
              </button>
            </p>
          )}
          {conversation && !thread?.loaded && bubbles.length === 0 && !failed.value && (
            <SkeletonLines label={t('chat.thread')} />
          )}
          {turnsOf(drawn, firstUnread).map((turn) => (
            <TurnView key={turn.key} view={view} turn={turn} />
          ))}
          {isAuthor(typing) && <TypingTurn author={typing} view={view} />}
        </div>
      </div>
      {!atEnd.value && (
        <div class="latest">
          <button type="button" class="chip" onClick={toEnd}>
            {t('chat.latest')}
          </button>
        </div>
      )}
      <Announce text={wordsOf(view, drawn.at(-1))} />
    </div>
  )
}

/** What is read aloud of the newest message, when it is not the visitor's own. */
const wordsOf = ({ t }: PastView, newest: Bubble | undefined): string =>
  newest && !newest.mine
    ? t('chat.said', { name: newest.author.name ?? t('chat.team'), text: textOfParts(newest.parts) })
    : ''

/** What no backend should send is passed over. */
const isSound = ({ message }: Bubble): boolean => !message || isMessage(message)

/** Somebody writes. */
const TypingTurn = ({ view, author }: { view: PastView; author: Author }) => {
  const name = author.name ?? view.t('chat.team')
  return (
    <div class="turn">
      <Avatar name={name} url={author.avatarUrl} size="s" />
      <span class="bubble typing" role="img" aria-label={view.t('chat.typing', { name })}>
        <i />
        <i />
        <i />
      </span>
    </div>
  )
}

/** Where "New" stands: before what was unread when the thread was opened. */
function useFirstUnread({ model }: ViewContext, id: string): string | undefined {
  const found = useRef<string | undefined>(undefined)
  const done = useRef(false)
  useLayoutEffect(() => {
    if (done.current) return
    const conversation = conversationOf(model.state.value, id)
    const bubbles = bubblesIn(model, id)
    if (!conversation || bubbles.length === 0) return
    done.current = true
    if (conversation.unread > 0) found.current = bubbles.filter(({ mine }) => !mine).at(-conversation.unread)?.key
  })
  return found.current
}
