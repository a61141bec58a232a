import { type MessagePart, maxTextLength } from '@docent/protocol'
import { z } from 'zod'
import { maxNameLength, maxPartsPerMessage, maxStateValueBytes, maxUrlLength } from './limits.ts'
import { id, json, line, webUrl, words } from './shared-schemas.ts'

/** The `custom` part that holds a note. Nobody can send one: it is made by `note-add`. */
export const notePartName = 'note'
/** The `custom` part that tells agents of a rating. */
export const ratingPartName = 'rating'
const reserved: readonly string[] = [notePartName, ratingPartName]

const title = words(maxNameLength * 2)

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
const card = z.object({
  type: z.literal('card'),
  title,
  text: line(maxTextLength).exactOptional(),
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
export const visitorPartTypes = ['text', 'article', 'custom'] as const
export const agentPartTypes = ['text', 'article', 'custom', 'source', 'card'] as const

export const visitorParts = parts(z.discriminatedUnion('type', [text, article, custom]))
export const agentParts = parts(z.discriminatedUnion('type', [text, article, custom, source, card]))
