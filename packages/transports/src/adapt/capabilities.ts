import type { Capabilities } from '@docent/protocol'

/** What a plain chat by text can do. An adapter names what its backend can do beyond that. */
export const textChat = {
  resume: 'history',
  idempotency: 'none',
  commands: ['message-send'],
  queries: ['conversations', 'messages'],
  parts: ['text'],
  hints: [],
  receipts: { delivered: false, read: false },
  files: false,
  stream: false,
  identity: ['anonymous'],
  conversations: 'one',
  state: false,
  linkBound: [],
  maxTextLength: 10_000,
} as const satisfies Capabilities
