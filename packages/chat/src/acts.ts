import { type ConversationDraft, type FeatureContext, filePrefix, newId } from '@docent/core'
import type { CommandId, ConversationContext, Id, MessagePart, VisitorCommands } from '@docent/protocol'
import { type Signal, signal } from '@preact/signals-core'
import type { DraftFile } from './drafts.ts'
import type { ChatModel } from './model.ts'
import type { ChatRecord } from './record.ts'
import { answerOf } from './settle.ts'
import { conversationOf } from './state.ts'

/** What a conversation begins with, beside its text. */
export type Opening = Pick<VisitorCommands['conversation-start']['input'], 'context' | 'reason' | 'report'>

/** What can be done in the chat: a chunk of its own, which comes right after the composer. */
export interface Acts {
  /** Sends into a conversation; `new` starts one. Resolves to the conversation's key once it cannot be lost any more. */
  send(key: string, text: string, files?: readonly DraftFile[]): Promise<string>
  /** Sends into the newest conversation that is open, or a new one. */
  sendToNewest(text: string): Promise<void>
  /** How the next new conversation begins, beside its text. */
  readonly opening: Signal<Opening>
  /** Puts what another part of the page, or the host, has to say into the next new conversation; sends it where the visitor has sent it already. */
  begin(draft: ConversationDraft): Promise<void>
  /** The visitor has seen everything in it. */
  seen(conversationId: Id): void
  /** Takes a message that was not sent back out, with its files, and puts it into a draft. */
  takeBack(commandId: CommandId, draft: string): Promise<void>
}

export function createActs(
  context: FeatureContext,
  record: ChatRecord,
  written: Pick<ChatModel, 'drafts' | 'files'>,
): Acts {
  const { state, link, apply } = record
  const { clock, scope } = context
  const opening = signal<Opening>({})
  const send = createSend(context, record, opening)
  const seenUpTo = new Map<Id, number>()
  scope.add(
    link.addReceiver({
      receive: () => [],
      settled(command, outcome) {
        if ('ack' in outcome) for (const event of answerOf(command, outcome.ack, clock.now())) apply(event)
      },
    }),
  )
  return {
    ...{ send, opening },
    async begin(draft) {
      if (Object.keys(draft)[0]) await (await import('./begin.ts')).begin(draft, { opening, send }, written)
    },
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
    takeBack: async (commandId, draft) =>
      (await import('./take-back.ts')).takeBack(context, { link, ...written }, commandId, draft),
  }
}

function createSend(
  context: FeatureContext,
  { state, link, gone }: ChatRecord,
  opening: Signal<Opening>,
): Acts['send'] {
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
      const { context: more, ...rest } = opening.peek()
      opening.value = {}
      starting = link.send('conversation-start', { context: { ...whereOf(context), ...more }, ...rest }, started)
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

/** Where the visitor is and what they have tried. */
function whereOf({ page, locale, services }: FeatureContext): ConversationContext {
  const lastArticle = services.get('lastArticle')?.()
  const [lastSearch] = services.get('lastSearches')?.() ?? []
  const stage = services.get('stage')?.()
  return {
    ...{ url: page.url.peek(), title: page.title(), locale: locale.peek() },
    ...(lastArticle && { lastArticle }),
    ...(lastSearch && { lastSearch }),
    ...(stage && { stage }),
  }
}
