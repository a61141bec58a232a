import { type Engine, type FeatureContext, once } from '@docent/core'
import type { Id, ReplyTime, VisitorEvent } from '@docent/protocol'
import { type ReadonlySignal, type Signal, signal } from '@preact/signals-core'
import { changes, readCache, snapshot, summaryOf } from './cache.ts'
import type { History } from './history.ts'
import type { ChatModel } from './model.ts'
import type { ChatOptions } from './options.ts'
import { reduce } from './reduce.ts'
import { type ChatState, emptyState, knownUpTo, type LocalEvent } from './state.ts'

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
  /** What asks for more than is told. */
  history(): Promise<History>
}

/** @param model What an answer is answered with where it is told of. Without it, answers are counted only. */
export async function createRecord(
  context: FeatureContext,
  unread: Signal<number>,
  options?: ChatOptions,
  model?: () => Promise<ChatModel>,
): Promise<ChatRecord> {
  const { clock, scope } = context
  if (options?.bugReport?.collectErrors)
    import('./view/report/collect-errors.ts').then((collect) => collect.collectErrors(context), context.report)
  const { link } = await context.engine()
  const state = signal<ChatState>(emptyState)
  const apply = (event: VisitorEvent | LocalEvent): void => void (state.value = reduce(state.peek(), event))
  apply(await readCache(context.storage))
  const news =
    model &&
    once(async () => (await import('./view/news/follow-news.ts')).followNews(context, state, unread, model, options))
  scope.effect(() => {
    unread.value = summaryOf(state.value).unread
    if (unread.peek()) news?.().catch(context.report)
  })
  const before = new Map<Id, number>()
  const history = once(async () => (await import('./history.ts')).createHistory(context, link, state, apply, before))
  const gone = new Set<string>()
  const reply = signal<ReplyTime | undefined>(undefined)
  scope.add(
    link.addReceiver({
      receive(events) {
        for (const event of events) {
          apply(event)
          if (event.type === 'presence-changed') reply.value = event.reply
          // Nobody types for ever: an indicator without news goes after its time.
          if (event.type === 'typing-changed' && event.typing)
            void clock.wait(event.ttlMs, scope.signal).then(() => apply({ ...event, type: 'typing-expired' }))
        }
        return changes(state.peek(), events)
      },
      snapshot: () => snapshot(state.peek()),
      reset() {
        for (const { id, commandId } of state.peek().conversations) gone.add(id).add(commandId ?? id)
        state.value = emptyState
      },
      async connected(resumed) {
        if (resumed) return
        // At once: what is told while the rest loads lies behind the gap.
        for (const id of Object.keys(state.peek().threads))
          if (!before.has(id)) before.set(id, knownUpTo(state.peek(), id))
        await (await history()).refresh()
      },
    }),
  )
  return { state, link, reply, gone, apply, history }
}
