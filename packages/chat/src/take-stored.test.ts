import { memoryStorage } from '@docent/core'
import { signal } from '@preact/signals-core'
import { expect, it, vi } from 'vitest'
import { snapshot } from './cache.ts'
import { emptyState } from './state.ts'
import { takeStored } from './take-stored.ts'
import { messageWith } from './test-messages.ts'

it('takes in newer revisions of what is known, and nothing else: what is unknown may lie behind a gap', async () => {
  const stateOf = (...messages: readonly ReturnType<typeof messageWith>[]) => ({
    ...emptyState,
    threads: { c1: { messages, loaded: true } },
  })
  const edited = messageWith(1, { revision: 2 })
  const storage = memoryStorage()
  await storage.write(snapshot(stateOf(edited, messageWith(2), messageWith(3))))
  const apply = vi.fn()
  await takeStored(storage, signal(stateOf(messageWith(1), messageWith(2, { revision: 3 }))), apply)
  expect(apply.mock.calls).toEqual([[{ type: 'message-changed', message: edited }]])
})
