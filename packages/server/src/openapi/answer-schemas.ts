import type { Author, Conversation, FileRef, Message, MessagePart, SessionAnswer, StateEntry } from '@docent/protocol'
import { z } from 'zod'

/** What the server answers, as schemas: described by the OpenAPI document, and held against real answers by its test. */
const id = z.string()
const instant = z.number().int().describe("ms since 1970 UTC, on the server's clock")

export const author: z.ZodType<Author> = z.strictObject({
  kind: z.enum(['visitor', 'agent', 'bot', 'system']),
  id: id.exactOptional(),
  name: z.string().exactOptional(),
  avatarUrl: z.string().exactOptional(),
})

export const fileRef: z.ZodType<FileRef> = z.strictObject({
  id,
  url: z.string().describe('Signed; good until `expiresAt`'),
  expiresAt: instant.exactOptional(),
})

const action = z.strictObject({
  label: z.string(),
  value: z.string().exactOptional(),
  url: z.string().exactOptional(),
})
const field = z.strictObject({
  name: z.string(),
  label: z.string(),
  kind: z.enum(['text', 'email', 'select', 'rating']),
  required: z.boolean(),
  options: z.array(z.string()).exactOptional(),
})
export const part: z.ZodType<MessagePart> = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('text'), text: z.string(), format: z.enum(['plain', 'markdown']) }),
  z.strictObject({
    type: z.literal('file'),
    file: fileRef,
    name: z.string(),
    mime: z.string(),
    bytes: z.number(),
    widthPx: z.number().exactOptional(),
    heightPx: z.number().exactOptional(),
  }),
  z.strictObject({
    type: z.literal('choices'),
    options: z.array(z.strictObject({ value: z.string(), label: z.string() })),
    once: z.boolean(),
  }),
  z.strictObject({
    type: z.literal('card'),
    title: z.string(),
    text: z.string().exactOptional(),
    image: fileRef.exactOptional(),
    actions: z.array(action),
  }),
  z.strictObject({ type: z.literal('form'), fields: z.array(field) }),
  z.strictObject({ type: z.literal('article'), articleId: id, title: z.string() }),
  z.strictObject({
    type: z.literal('source'),
    title: z.string(),
    url: z.string().exactOptional(),
    articleId: id.exactOptional(),
  }),
  z.strictObject({ type: z.literal('custom'), name: z.string(), data: z.json(), fallback: z.string() }),
])

export const message: z.ZodType<Message> = z.strictObject({
  id,
  conversationId: id,
  commandId: id.exactOptional(),
  author,
  parts: z.array(part),
  answer: z.strictObject({ value: z.json(), answeredAt: instant }).exactOptional(),
  sentAt: instant,
  order: z.number().int(),
  revision: z.number().int(),
  state: z.enum(['streaming', 'done', 'stopped', 'failed', 'removed']),
})

const rating = z.strictObject({
  solved: z.boolean().exactOptional(),
  score: z.number().int().exactOptional(),
  comment: z.string().exactOptional(),
  ratedAt: instant,
})
export const conversation: z.ZodType<Conversation> = z.strictObject({
  id,
  commandId: id.exactOptional(),
  title: z.string().exactOptional(),
  status: z.enum(['open', 'snoozed', 'closed']),
  canReply: z.boolean(),
  unread: z.number().int(),
  startedAt: instant,
  changedAt: instant,
  excerpt: z.string().exactOptional(),
  lastAuthor: author.exactOptional(),
  agent: author.exactOptional(),
  bot: z.boolean().exactOptional(),
  reason: z.enum(['question', 'bug', 'missing-feature', 'confusing']).exactOptional(),
  rating: rating.exactOptional(),
  readByAgents: z.number().int().exactOptional(),
})

const stateEntry: z.ZodType<StateEntry> = z.strictObject({
  key: z.string(),
  value: z.json(),
  merge: z.enum(['max', 'union', 'last']),
  changedAt: instant,
})
const page = (item: z.ZodType) => z.strictObject({ items: z.array(item), older: z.string().exactOptional() })

/** Answers of the visitors' queries, by name. */
export const queryAnswers = {
  conversations: page(conversation),
  messages: page(message),
  'visitor-state': z.strictObject({ entries: z.array(stateEntry), cursor: z.string() }),
  transcript: z.strictObject({ name: z.string(), text: z.string() }),
  file: fileRef,
  handover: z.strictObject({ token: z.string(), expiresAt: instant }),
  'restricted-help': z.strictObject({ parts: z.array(z.record(z.string(), z.looseObject({ index: z.string() }))) }),
  'restricted-file': z.looseObject({}),
  content: z.union([z.literal('unchanged'), z.looseObject({})]),
} as const

const capabilities = z.looseObject({ commands: z.array(z.string()), queries: z.array(z.string()) })
export const sessionAnswer: z.ZodType<Omit<SessionAnswer, 'capabilities'>> = z.strictObject({
  visitor: z.strictObject({ id, secret: z.string().describe('Empty for a visitor who is signed in') }),
  accessToken: z.string(),
  expiresAt: instant,
  capabilities,
  cursor: z.string(),
  resumed: z.boolean(),
  serverNow: instant,
  handedOver: z.boolean().exactOptional(),
})

export const wireError = z.strictObject({
  error: z.strictObject({
    code: z.string(),
    message: z.string().describe('What is wrong and how to mend it'),
    retryAfterMs: z.number().exactOptional(),
  }),
})

const ack = z.strictObject({
  settled: z.enum(['stored', 'accepted']),
  duplicate: z.boolean().exactOptional(),
  result: z.json().exactOptional(),
})
export const commandsAnswer = z.strictObject({
  results: z.array(
    z.union([
      z.strictObject({ id, ok: z.literal(true), ack }),
      z.strictObject({ id, ok: z.literal(false), status: z.number().int(), error: wireError.shape.error }),
    ]),
  ),
})

/** Events may have more fields than these, and there may be more types: ignore what you do not know. */
export const eventsFrame = z.strictObject({
  events: z.array(z.looseObject({ type: z.string() })),
  cursor: z.string(),
})
