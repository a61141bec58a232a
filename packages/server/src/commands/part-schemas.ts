import { type FileRef, type MessagePart, maxTextLength } from '@docent/protocol'
import { z } from 'zod'
import {
  maxFields,
  maxFileNameLength,
  maxNameLength,
  maxOptions,
  maxPartsPerMessage,
  maxStateValueBytes,
  maxUrlLength,
} from './limits.ts'
import { id, json, line, webUrl, words } from './shared-schemas.ts'

/** The `custom` part that holds a note. Nobody can send one: it is made by `note-add`. */
export const notePartName = 'note'
/** The `custom` part that tells agents of a rating. */
export const ratingPartName = 'rating'
const reserved: readonly string[] = [notePartName, ratingPartName]

const title = words(maxNameLength * 2)

/** Only the id counts: the address is made when somebody reads. */
const fileId = z.object({ id }).transform((file): FileRef => ({ id: file.id, url: '' }))
const pixels = z.number().int().min(1).max(100_000)

const text = z.object({ type: z.literal('text'), text: words(maxTextLength), format: z.enum(['plain', 'markdown']) })
const article = z.object({ type: z.literal('article'), articleId: id, title })
const custom = z.object({
  type: z.literal('custom'),
  name: words(maxNameLength).refine((value) => !reserved.includes(value), 'is reserved for the server'),
  data: json(maxStateValueBytes),
  fallback: line(maxTextLength),
})
const source = z.object({
  type: z.literal('source'),
  title,
  url: webUrl.exactOptional(),
  articleId: id.exactOptional(),
})
const file = z.object({
  type: z.literal('file'),
  file: fileId,
  name: line(maxFileNameLength),
  mime: line(maxFileNameLength),
  bytes: z.number().int().min(0),
  widthPx: pixels.exactOptional(),
  heightPx: pixels.exactOptional(),
})
const choices = z.object({
  type: z.literal('choices'),
  options: z
    .array(z.object({ value: words(maxNameLength), label: title }))
    .min(1)
    .max(maxOptions),
  once: z.boolean(),
})
const field = z.object({
  name: words(maxNameLength),
  label: title,
  kind: z.enum(['text', 'email', 'select', 'rating']),
  required: z.boolean(),
  options: z.array(words(maxNameLength)).max(maxOptions).exactOptional(),
})
const form = z.object({
  type: z.literal('form'),
  fields: z
    .array(field)
    .min(1)
    .max(maxFields)
    .refine((fields) => new Set(fields.map(({ name }) => name)).size === fields.length, 'must have different names'),
})
const card = z.object({
  type: z.literal('card'),
  title,
  text: line(maxTextLength).exactOptional(),
  image: fileId.exactOptional(),
  actions: z
    .array(z.object({ label: title, value: line(maxUrlLength).exactOptional(), url: webUrl.exactOptional() }))
    .max(10),
})

const parts = (part: z.ZodType<MessagePart>): z.ZodType<readonly MessagePart[]> =>
  z
    .array(part)
    .min(1, 'must have at least one part')
    .max(maxPartsPerMessage, `must have at most ${maxPartsPerMessage} parts`)

/** Types of parts that this server takes and tells. */
export const visitorPartTypes = ['text', 'file', 'article', 'custom'] as const
export const agentPartTypes = ['text', 'file', 'article', 'custom', 'source', 'card', 'choices', 'form'] as const

export const visitorParts = parts(z.discriminatedUnion('type', [text, file, article, custom]))
export const agentParts = parts(
  z.discriminatedUnion('type', [text, file, article, custom, source, card, choices, form]),
)
