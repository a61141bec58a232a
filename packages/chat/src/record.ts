import type { Engine, FeatureContext } from '@docent/core'
import type { Id, ReplyTime, VisitorEvent } from '@docent/protocol'
import { type ReadonlySignal, type Signal, signal } from '@preact/signals-core'
import { changes, readCache, snapshot, summaryOf } from './cache.ts'
import { createHistory } from './history.ts'
import { reduce } from './reduce.ts'
import { type ChatState, emptyState, type LocalEvent } from './state.ts'

/** What is known of the conversations, kept up to date: all that a page view needs on which nobody looks at them. */
export interface ChatRecord {
  /** One owner, written in one way: `state = reduce(state, event)`. */
  readonly state: ReadonlySignal<ChatState>
  readonly link: Engine['link']
  /** When a person answers, once the backend has said so to this visitor. */
  readonly reply: ReadonlySignal<ReplyTime | undefined>
  /** Keys of conversations that the backend has lost: whoever still has one open goes on in a new one. */
  readonly gone: ReadonlySet<string>
  apply(event: VisitorEvent | LocalEvent): void
  /** Fetches the newest messages, or what comes before the known ones. */
  load(conversationId: Id): Promise<void>
  loadOlder(conversationId: Id): Promise<void>
}

export async function createRecord(context: FeatureContext, unread: Signal<number>): Promise<ChatRecord> {
  const { link } = await context.engine()
  const state = signal<ChatState>(emptyState)
  const apply = (event: VisitorEvent | LocalEvent): void => void (state.value = reduce(state.peek(), event))
  apply(await readCache(context.storage))
  context.scope.effect(() => void (unread.value = summaryOf(state.value).unread))
  const { refresh, ...history } = createHistory(context, link, state, apply)
  const gone = new Set<string>()
  const reply = signal<ReplyTime | undefined>(undefined)
  context.scope.add(
    link.addReceiver({
      receive(events) {
        for (const event of events) {
          apply(event)
          if (event.type === 'presence-changed') reply.value = event.reply
          if (event.type === 'typing-changed' && event.typing) expireTyping(context, apply, event)
        }
        return changes(state.peek(), events)
      },
      snapshot: () => snapshot(state.peek()),
      reset() {
        for (const { id, commandId } of state.peek().conversations) gone.add(id).add(commandId ?? id)
        state.value = emptyState
      },
      connected: (resumed) => (resumed ? undefined : refresh()),
    }),
  )
  return { state, link, reply, gone, apply, ...history }
}

/** Nobody types for ever: an indicator without news goes after its time. */
function expireTyping(
  { clock, scope }: FeatureContext,
  apply: (event: LocalEvent) => void,
  { conversationId, ttlMs, author }: Extract<VisitorEvent, { type: 'typing-changed' }>,
): void {
  void clock.wait(ttlMs, scope.signal).then(() => apply({ type: 'typing-expired', conversationId, author }))
}
