import { type Engine, type FeatureContext, filePrefix, newId } from '@docent/core'
import type { CommandId, ConversationContext, Id, MessagePart, ReplyTime } from '@docent/protocol'
import type { ReadonlySignal, Signal } from '@preact/signals-core'
import { createDrafts, type DraftFile, type Drafts } from './drafts.ts'
import { type ChatRecord, createRecord } from './record.ts'
import { answerOf } from './settle.ts'
import { type ChatState, conversationOf } from './state.ts'

/** Everything the views show and do. */
export interface ChatModel {
  readonly state: ReadonlySignal<ChatState>
  readonly link: Engine['link']
  readonly drafts: Drafts<string>
  /** Chosen to go with what is being written. */
  readonly files: Drafts<readonly DraftFile[]>
  /** When this visitor is answered, by what the server knows of them. */
  readonly reply: ReadonlySignal<ReplyTime | undefined>
  /** Sends into a conversation; `new` starts one. Resolves to the conversation's key once it cannot be lost any more. */
  send(key: string, text: string, files?: readonly DraftFile[]): Promise<string>
  /** Sends into the newest conversation that is open, or a new one. */
  sendToNewest(text: string): Promise<void>
  /** Fetches the newest messages, or what comes before the known ones. */
  load(conversationId: Id): Promise<void>
  loadOlder(conversationId: Id): Promise<void>
  /** The visitor has seen everything in it. */
  seen(conversationId: Id): void
  retry(commandId: CommandId): void
  /** Takes a message that was not sent back out, with its files, and puts it into a draft. */
  takeBack(commandId: CommandId, draft: string): Promise<void>
}

/** @param known What another part of the page has loaded already. */
export async function createModel(
  context: FeatureContext,
  unread: Signal<number>,
  known: Promise<ChatRecord> = createRecord(context, unread),
): Promise<ChatModel> {
  const record = await known
  const { state, link, reply, apply, history } = record
  const seenUpTo = new Map<Id, number>()
  context.scope.add(
    link.addReceiver({
      receive: () => [],
      settled(command, outcome) {
        if ('ack' in outcome) for (const event of answerOf(command, outcome.ack, context.clock.now())) apply(event)
      },
    }),
  )
  const drafts = createDrafts<string>(context, link, 'chat/draft/', '')
  const files = createDrafts<readonly DraftFile[]>(context, link, 'chat/files/', [])
  const send = createSend(context, record)
  return {
    ...{ state, link, reply, send, drafts, files },
    load: async (conversationId) => (await history()).load(conversationId),
    loadOlder: async (conversationId) => (await history()).loadOlder(conversationId),
    async sendToNewest(text) {
      await send(state.peek().conversations.find(({ status }) => status !== 'closed')?.id ?? 'new', text)
    },
    seen(conversationId) {
      const { threads } = state.peek()
      const upTo = threads[conversationId]?.messages.findLast(({ author }) => author.kind !== 'visitor')?.order
      const told = seenUpTo.get(conversationId)
      // More than what was told may be here by now: the count was taken back when it was told.
      const isNew = told !== undefined && upTo !== undefined && upTo > told
      if (upTo === undefined || !(isNew || conversationOf(state.peek(), conversationId)?.unread)) return
      seenUpTo.set(conversationId, upTo)
      apply({ type: 'conversation-seen', conversationId })
      void link.send('conversation-read', { to: { id: conversationId }, upTo })
    },
    retry: link.retry,
    takeBack: async (commandId, draft) =>
      (await import('./take-back.ts')).takeBack(context, { link, drafts, files }, commandId, draft),
  }
}

function createSend(context: FeatureContext, { state, link, gone }: ChatRecord): ChatModel['send'] {
  return async (key, text, files = []) => {
    const parts: readonly MessagePart[] = [
      ...files.map(({ part }) => part),
      ...(text ? [{ type: 'text', text, format: 'plain' } as const] : []),
    ]
    const kept = files.map(({ file }) => ({ key: filePrefix + newId(), value: file }))
    const known = conversationOf(state.peek(), key)
    if (known) {
      await link.send('message-send', { to: { id: known.id }, parts }, undefined, known.commandId, kept)
      return known.id
    }
    const isNew = key === 'new' || gone.has(key)
    const started = isNew ? newId() : key
    let starting: Promise<unknown> | undefined
    if (isNew) {
      const { page, locale, services } = context
      const lastArticle = services.get('lastArticle')?.()
      const [lastSearch] = services.get('lastSearches')?.() ?? []
      const where: ConversationContext = {
        ...{ url: page.url.peek(), title: page.title(), locale: locale.peek() },
        ...(lastArticle && { lastArticle }),
        ...(lastSearch && { lastSearch }),
      }
      starting = link.send('conversation-start', { context: where }, started)
      context.track('conversation_started')
    }
    // Not one after the other: what is written next must not come between them.
    await Promise.all([
      starting,
      link.send('message-send', { to: { startedBy: started }, parts }, undefined, undefined, kept),
    ])
    return started
  }
}
