import { type Capabilities, maxTextLength } from '@docent/protocol'

/** What the memory backend can do. It has no mail, no files and nothing that is answered by choosing. */
export const memoryCapabilities: Capabilities = {
  resume: 'cursor',
  idempotency: 'server',
  commands: [
    'conversation-start',
    'message-send',
    'conversation-read',
    'conversation-rate',
    'conversation-close',
    'conversation-reopen',
    'visitor-update',
    'visitor-state-put',
    'events-record',
    'visitor-erase',
  ],
  queries: ['conversations', 'messages', 'visitor-state', 'transcript', 'content'],
  parts: ['text', 'card', 'article', 'source', 'custom'],
  hints: ['typing', 'page'],
  receipts: { delivered: false, read: true },
  files: false,
  stream: false,
  identity: ['anonymous'],
  conversations: 'many',
  state: true,
  linkBound: [],
  maxTextLength,
}
