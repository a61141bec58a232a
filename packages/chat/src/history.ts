import type { Engine, FeatureContext } from '@docent/core'
import type { Cursor, Id, VisitorEvent } from '@docent/protocol'
import type { ReadonlySignal } from '@preact/signals-core'
import { snapshot } from './cache.ts'
import type { ChatState, LocalEvent } from './state.ts'

const pageSize = 50
/** How far back a gap is followed before it is shown as what it is: a beginning that is paged in on demand. */
const pagesPerGap = 10

/** Asks the backend for what events did not bring. */
export function createHistory(
  { storage, report }: FeatureContext,
  link: Engine['link'],
  state: ReadonlySignal<ChatState>,
  apply: (event: VisitorEvent | LocalEvent) => void,
) {
  const keep = (): void => void (link.kept() && storage.write(snapshot(state.peek())))

  /** Newest first, until it meets what is known. */
  async function load(conversationId: Id): Promise<void> {
    const known = state.peek().threads[conversationId]?.messages.at(-1)?.order ?? -1
    let older: Cursor | undefined
    for (let page = 0; page < pagesPerGap; page++) {
      const answer = await link.query('messages', { conversationId, limit: pageSize, ...(older && { older }) })
      const oldest = answer.items.at(-1)?.order ?? 0
      const met = oldest <= known || answer.older === undefined
      const last = met || page === pagesPerGap - 1 || known < 0
      apply({
        type: 'history-fetched',
        conversationId,
        messages: answer.items,
        ...(answer.older !== undefined && { older: answer.older }),
        ...(!met && last && known >= 0 && { broken: true }),
      })
      older = answer.older
      if (last) break
    }
    keep()
  }
  async function loadOlder(conversationId: Id): Promise<void> {
    const older = state.peek().threads[conversationId]?.older
    if (older === undefined) return
    const answer = await link.query('messages', { conversationId, older, limit: pageSize })
    const rest = answer.older === undefined ? {} : { older: answer.older }
    apply({ type: 'history-fetched', conversationId, messages: answer.items, ...rest })
  }
  /** After a connection that could not be resumed: the list, and every thread that is shown or cached. */
  async function refresh(): Promise<void> {
    try {
      const { items } = await link.query('conversations', { limit: 20 })
      apply({ type: 'conversations-fetched', conversations: items })
      keep()
      await Promise.all(Object.keys(state.peek().threads).map(load))
    } catch (error) {
      // The next connection asks again.
      if ((error as { code?: string }).code !== 'offline') report(error)
    }
  }
  return { load, loadOlder, refresh }
}
