import type { Author, Conversation, Message } from '@docent/protocol'

/** Nouns for the tests of this package. */
export const ada: Author = { kind: 'agent', id: 'agent-1', name: 'Ada' }
export const visitor: Author = { kind: 'visitor' }

export const conversationWith = (changes: Partial<Conversation> = {}): Conversation => ({
  ...{ id: 'c1', status: 'open', canReply: true, unread: 0, startedAt: 1, changedAt: 1 },
  ...changes,
})

export const messageWith = (order: number, changes: Partial<Message> = {}): Message => ({
  ...{
    id: `m${order}`,
    conversationId: 'c1',
    author: ada,
    parts: [{ type: 'text', text: `${order}`, format: 'plain' }],
  },
  ...{ sentAt: order * 1000, order, revision: 0, state: 'done' },
  ...changes,
})
