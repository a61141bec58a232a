import type { Link } from '@docent/core'
import type { AgentEvent, AgentVocabulary, ConversationFilter, Cursor, Id } from '@docent/protocol'
import type { ReadonlySignal } from '@preact/signals'
import { isAgentConversation, isProfile, isSoundMessage } from './is-sound.ts'
import { filterOf, type ListName } from './lists.ts'
import type { Failure, InboxState, LocalEvent } from './state.ts'

const listSize = 100
const pageSize = 50

/** Asks the backend for what events did not bring. Nothing here rejects: what failed is part of the state. */
export interface History {
  /** The newest of a list, or what comes after what is known. */
  loadList(list: ListName, more?: 'older'): Promise<void>
  /** Conversations whose messages or visitor have these words. */
  search(list: ListName, text: string): Promise<void>
  /** A conversation, its newest messages and its visitor. */
  loadThread(conversationId: Id): Promise<void>
  loadOlder(conversationId: Id): Promise<void>
  loadVisitor(visitorId: Id): Promise<void>
  loadAgents(): Promise<void>
}

export function createHistory(
  { query }: Pick<Link<AgentVocabulary>, 'query'>,
  state: ReadonlySignal<InboxState>,
  apply: (event: AgentEvent | LocalEvent) => void,
): History {
  const messages = async (conversationId: Id, older?: Cursor): Promise<void> => {
    const answer = await query('messages', { conversationId, limit: pageSize, ...(older !== undefined && { older }) })
    const rest = answer.older === undefined ? {} : { older: answer.older }
    apply({ type: 'history-fetched', conversationId, messages: answer.items.filter(isSoundMessage), ...rest })
  }
  const conversations = async (filter: ConversationFilter, limit: number): Promise<void> => {
    const { items } = await query('conversations', { ...filter, limit })
    apply({ type: 'conversations-fetched', conversations: items.filter(isAgentConversation) })
  }
  return {
    async loadList(list, more) {
      const older = more && state.peek().lists[list]?.older
      try {
        const input = { ...filterOf[list], limit: listSize, ...(older !== undefined && { older }) }
        const answer = await query('conversations', input)
        const rest = answer.older === undefined ? {} : { older: answer.older }
        apply({ type: 'list-fetched', list, conversations: answer.items.filter(isAgentConversation), ...rest })
      } catch (error) {
        unlessOffline(error, (failure) => apply({ type: 'list-failed', list, failure }))
      }
    },
    async search(list, text) {
      try {
        const { items } = await query('conversations', { ...filterOf[list], text, limit: pageSize })
        apply({ type: 'search-answered', text, conversations: items.filter(isAgentConversation) })
      } catch (error) {
        unlessOffline(error, () => apply({ type: 'search-answered', text, conversations: [] }))
      }
    },
    async loadThread(conversationId) {
      try {
        const known = state.peek().conversations[conversationId]
        if (!known)
          apply({ type: 'conversations-fetched', conversations: [await query('conversation', { conversationId })] })
        await messages(conversationId)
      } catch (error) {
        unlessOffline(error, (failure) => apply({ type: 'history-failed', conversationId, failure }))
      }
    },
    async loadOlder(conversationId) {
      const older = state.peek().threads[conversationId]?.older
      if (older === undefined) return
      try {
        await messages(conversationId, older)
      } catch (error) {
        unlessOffline(error, (failure) => apply({ type: 'history-failed', conversationId, failure }))
      }
    },
    async loadVisitor(visitorId) {
      try {
        const visitor = await query('visitor', { visitorId })
        if (isProfile(visitor)) apply({ type: 'visitor-fetched', visitor })
        await conversations({ visitorId }, pageSize)
      } catch {
        // What the conversation itself tells of its visitor stays on the screen.
      }
    },
    async loadAgents() {
      try {
        apply({ type: 'agents-fetched', agents: await query('agents', {}) })
      } catch {
        // The next connection asks again.
      }
    },
  }
}

/** While there is no connection nothing has failed: the next one asks again. */
function unlessOffline(error: unknown, fail: (failure: Failure) => void): void {
  const { code } = error as { code?: string }
  if (code !== 'offline') fail(code === 'not-found' || code === 'forbidden' ? 'missing' : 'failed')
}
