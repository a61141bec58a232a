import { createScope } from '@docent/core'
import { signal } from '@preact/signals-core'
import { expect, it, vi } from 'vitest'
import { emptyState } from '../../state.ts'
import { ada, conversationWith, messageWith, visitor } from '../../test-messages.ts'
import { countInTitle } from './count-in-title.ts'
import { newsIn } from './news.ts'

const threadOf = (...messages: ReturnType<typeof messageWith>[]) => ({ c1: { messages, loaded: true } })

it('is the newest answer of the newest conversation in which something is unread', () => {
  const conversations = [conversationWith({ id: 'c0' }), conversationWith({ unread: 2 })]
  const threads = threadOf(messageWith(1), messageWith(2), messageWith(3, { author: visitor }))
  expect(newsIn({ ...emptyState, conversations, threads })).toEqual({
    ...{ conversationId: 'c1', author: ada, text: '2', at: 2000 },
  })
  expect(newsIn({ ...emptyState, conversations: [conversationWith()], threads })).toBe(undefined)
})

it('is what the list tells where the messages are not there', () => {
  const conversation = conversationWith({ unread: 1, excerpt: 'Done', lastAuthor: ada, changedAt: 7 })
  expect(newsIn({ ...emptyState, conversations: [conversation] })).toEqual({
    ...{ conversationId: 'c1', author: ada, text: 'Done', at: 7 },
  })
})

it('counts before any title that the page gives itself, and leaves none behind', async () => {
  document.title = '(3) Mine'
  const scope = createScope()
  const unread = signal(2)
  countInTitle(scope, unread)
  expect(document.title).toBe('(2) (3) Mine')
  document.title = 'Invoices'
  await vi.waitFor(() => expect(document.title).toBe('(2) Invoices'), { interval: 2 })
  unread.value = 0
  expect(document.title).toBe('Invoices')
  unread.value = 1
  scope.dispose()
  expect(document.title).toBe('Invoices')
})
