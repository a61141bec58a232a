import type { Engine, FeatureContext } from '@docent/core'
import { type Cursor, type Id, isMessage, type Message, type VisitorEvent } from '@docent/protocol'
import type { ReadonlySignal } from '@preact/signals-core'
import { snapshot } from './cache.ts'
import { type ChatState, knownUpTo, type LocalEvent } from './state.ts'

const pageSize = 50
/** How far back a gap is followed before it is shown as what it is: a beginning that is paged in on demand. */
const pagesPerGap = 10

export interface History {
  /** Fetches the newest messages, or what comes before the known ones. */
  load(conversationId: Id): Promise<void>
  loadOlder(conversationId: Id): Promise<void>
  /** After a connection that could not be resumed: the list, and every thread that is shown or cached. */
  refresh(): Promise<void>
}

/**
 * Asks the backend for what events did not bring: a chunk of its own, since a page view that goes on where the last one ended
 * needs none of it.
 * @param before While something may be missing: up to where each thread was known. What is told meanwhile lies behind the gap.
 */
export function createHistory(
  { storage, report }: FeatureContext,
  link: Engine['link'],
  state: ReadonlySignal<ChatState>,
  apply: (event: VisitorEvent | LocalEvent) => void,
  before: Map<Id, number>,
): History {
  /** Newest first, until it meets what is known. */
  async function load(
    conversationId: Id,
    known = before.get(conversationId) ?? knownUpTo(state.peek(), conversationId),
  ): Promise<readonly Message[]> {
    const fetched: Message[] = []
    let older: Cursor | undefined
    for (let page = 0; page < pagesPerGap; page++) {
      const answer = await link.query('messages', { conversationId, limit: pageSize, ...(older && { older }) })
      const messages = answer.items.filter(isMessage)
      fetched.push(...messages)
      const oldest = messages.at(-1)?.order ?? 0
      const met = oldest <= known || answer.older === undefined
      const last = met || page === pagesPerGap - 1 || known < 0
      apply({
        type: 'history-fetched',
        conversationId,
        messages,
        ...(answer.older !== undefined && { older: answer.older }),
        ...(!met && last && known >= 0 && { broken: true }),
      })
      older = answer.older
      if (last) break
    }
    return fetched
  }
  async function loadOlder(conversationId: Id): Promise<void> {
    const thread = () => state.peek().threads[conversationId]
    const known = thread()?.messages.length
    // Past what was known already: this browser may have had more than the newest page.
    for (let older = thread()?.older; older !== undefined && thread()?.messages.length === known; ) {
      const answer = await link.query('messages', { conversationId, older, limit: pageSize })
      older = answer.older
      const messages = answer.items.filter(isMessage)
      apply({ type: 'history-fetched', conversationId, messages, ...(older !== undefined && { older }) })
    }
  }
  return {
    loadOlder,
    async load(conversationId) {
      const fetched = await load(conversationId)
      // While something is missing, the link stores it all when nothing is any more.
      if (!link.kept() || before.size) return
      const threads = { [conversationId]: { messages: fetched, loaded: true } }
      await storage.write(snapshot({ ...state.peek(), threads }))
    },
    async refresh() {
      const { items } = await link.query('conversations', { limit: 20 })
      apply({ type: 'conversations-fetched', conversations: items })
      const passOver = (reason: { readonly retry?: string }): void => {
        if (reason.retry !== 'never') throw reason
        report(reason)
      }
      const ids = Object.keys(state.peek().threads)
      await Promise.all(ids.map((id) => load(id, before.get(id) ?? -1).catch(passOver)))
      if (before.size) await (await import('./take-stored.ts')).takeStored(storage, state, apply)
      before.clear()
    },
  }
}
