import type { Storage } from '@docent/core'
import type { Message } from '@docent/protocol'
import type { ReadonlySignal } from '@preact/signals'
import { readCache } from './cache.ts'
import type { ChatState } from './state.ts'

/** A change of an old message is on no new page of the history, but the tab that is connected may have stored it. */
export async function takeStored(
  storage: Storage,
  state: ReadonlySignal<ChatState>,
  apply: (event: { readonly type: 'message-changed'; readonly message: Message }) => void,
): Promise<void> {
  const messages = Object.values(state.peek().threads).flatMap((thread) => thread.messages)
  const revisions = new Map(messages.map(({ id, revision }) => [id, revision]))
  for (const message of (await readCache(storage)).messages)
    if ((revisions.get(message.id) ?? message.revision) < message.revision) apply({ type: 'message-changed', message })
}
