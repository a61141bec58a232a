import { type Capabilities, maxTextLength, maxUploadBytes } from '@docent/protocol'

/** What docent-server declares to visitors of an app without token keys: written out, so that a change is noticed here. */
export const serverCapabilities: Capabilities = {
  resume: 'cursor',
  idempotency: 'server',
  commands: [
    'conversation-start',
    'message-send',
    'message-answer',
    'answer-stop',
    'person-request',
    'conversation-read',
    'conversation-rate',
    'conversation-close',
    'conversation-reopen',
    'visitor-update',
    'visitor-state-put',
    'events-record',
    'visitor-erase',
  ],
  queries: ['conversations', 'messages', 'file', 'transcript', 'handover', 'visitor-state', 'content'],
  parts: ['text', 'file', 'article', 'custom', 'source', 'card', 'choices', 'form'],
  hints: ['typing', 'page'],
  receipts: { delivered: false, read: true },
  files: { maxBytes: maxUploadBytes, accept: ['*/*'], perMessage: 10 },
  stream: true,
  identity: ['anonymous'],
  conversations: 'many',
  state: true,
  linkBound: [],
  maxTextLength,
}
