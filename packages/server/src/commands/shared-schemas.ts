import type { BugReport, ConversationContext, ConversationRef, Json, Traits } from '@docent/protocol'
import { z } from 'zod'
import {
  maxEmailLength,
  maxIdLength,
  maxNameLength,
  maxReportedErrors,
  maxTraitsBytes,
  maxUrlLength,
} from './limits.ts'

/** PostgreSQL cannot store U+0000, and nobody types it. */
const withoutNull = (text: string) => !text.includes('\u0000')
const nullMessage = 'must not contain the character U+0000'

/** Text between one and `max` characters, not only spaces. */
export const words = (max: number): z.ZodType<string> =>
  z
    .string()
    .max(max, `must have at most ${max} characters`)
    .refine((text) => text.trim() !== '', 'must not be empty')
    .refine(withoutNull, nullMessage)

/** Text of up to `max` characters, empty too. */
export const line = (max: number): z.ZodType<string> =>
  z.string().max(max, `must have at most ${max} characters`).refine(withoutNull, nullMessage)

/** Text that only informs: what is too long is cut, because refusing it would help nobody. */
const clipped = (max: number): z.ZodType<string> =>
  z.string().transform((text) => text.replaceAll('\u0000', '').slice(0, max))

export const id = words(maxIdLength)
export const instant = z.number().int().min(0).max(8.64e15)
export const order = z.number().int().min(0)
export const name = words(maxNameLength)
export const email = z
  .string()
  .trim()
  .max(maxEmailLength)
  .regex(/^[^\s@]+@[^\s@]+$/, 'must be an e-mail address')
  .refine(withoutNull, nullMessage)
export const webUrl = z
  .string()
  .max(maxUrlLength)
  .regex(/^https?:\/\//i, 'must be an http or https address')

/** Any data of up to `maxBytes` as JSON. */
export const json = (maxBytes: number): z.ZodType<Json> =>
  z
    .json()
    .refine(
      (value) => Buffer.byteLength(JSON.stringify(value)) <= maxBytes,
      `must have at most ${maxBytes} bytes as JSON`,
    )

export const traits: z.ZodType<Traits> = z
  .record(line(maxNameLength), z.json())
  .refine(
    (value) => Buffer.byteLength(JSON.stringify(value)) <= maxTraitsBytes,
    `must have at most ${maxTraitsBytes} bytes as JSON`,
  )

export const context: z.ZodType<ConversationContext> = z.object({
  url: clipped(maxUrlLength).exactOptional(),
  title: clipped(maxNameLength).exactOptional(),
  locale: clipped(50).exactOptional(),
  lastArticle: z.object({ id, title: clipped(maxNameLength) }).exactOptional(),
  lastSearch: clipped(maxNameLength).exactOptional(),
  stage: clipped(maxNameLength).exactOptional(),
  extra: traits.exactOptional(),
})

export const reason = z.enum(['question', 'bug', 'missing-feature', 'confusing'])

/** What the widget collected. It only informs, so what is too long is cut. */
export const bugReport: z.ZodType<BugReport> = z.object({
  url: clipped(maxUrlLength),
  title: clipped(maxNameLength).exactOptional(),
  userAgent: clipped(maxUrlLength).exactOptional(),
  language: clipped(50).exactOptional(),
  timeZone: clipped(maxNameLength).exactOptional(),
  viewport: z
    .object({ widthPx: z.number(), heightPx: z.number(), pixelRatio: z.number().exactOptional() })
    .exactOptional(),
  appVersion: clipped(maxNameLength).exactOptional(),
  errors: z
    .array(
      z.object({
        message: clipped(maxUrlLength),
        source: clipped(maxUrlLength).exactOptional(),
        at: z.number().min(0).max(8.64e15),
      }),
    )
    .max(maxReportedErrors)
    .exactOptional(),
  extra: traits.exactOptional(),
})

export const conversationRef: z.ZodType<ConversationRef> = z.union([z.object({ id }), z.object({ startedBy: id })], {
  error: 'must be { id } or { startedBy }',
})

export const nothing: z.ZodType<Record<string, never>> = z.object({}).transform(() => ({}))
