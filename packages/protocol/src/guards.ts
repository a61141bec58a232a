import type { Conversation } from './conversation.ts'
import type { Message } from './message.ts'

/** The few checks that keep bad input from the wire out of the rest of the code. */

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** An event that this version can route: it has a type. Unknown types are ignored by the reducers, never an error. */
export const isEvent = (value: unknown): value is { type: string } => isObject(value) && typeof value.type === 'string'

const hasTexts = (value: unknown, ...names: readonly string[]): value is Record<string, unknown> =>
  isObject(value) && names.every((name) => typeof value[name] === 'string')
const areAll = (values: unknown, ...names: readonly string[]): values is Record<string, unknown>[] =>
  Array.isArray(values) && values.every((value) => hasTexts(value, ...names))

/** What each kind of part cannot be drawn without. A kind that this version does not know is drawn by its title, or not at all. */
function isPart(part: unknown): boolean {
  if (!hasTexts(part, 'type')) return false
  switch (part.type) {
    case 'text':
      return hasTexts(part, 'text')
    case 'file':
      return hasTexts(part, 'name', 'mime') && hasTexts(part.file, 'id', 'url')
    case 'choices':
      return areAll(part.options, 'value', 'label')
    case 'card':
      return areAll(part.actions, 'label') && (!part.image || hasTexts(part.image, 'url'))
    case 'form':
      return (
        areAll(part.fields, 'name', 'label', 'kind') && part.fields.every(({ options = [] }) => Array.isArray(options))
      )
    case 'custom':
      return hasTexts(part, 'name', 'fallback')
    default:
      return true
  }
}

/** What a `Date` can hold. */
const isTime = (value: unknown): boolean => typeof value === 'number' && Math.abs(value) <= 8.64e15

/** A conversation that can be put into a list. */
export const isConversation = (value: unknown): value is Conversation =>
  hasTexts(value, 'id', 'status') && isTime(value.startedAt) && isTime(value.changedAt) && Number.isFinite(value.unread)

/** A message that can be put in its place and drawn, whatever a backend has sent. */
export const isMessage = (value: unknown): value is Message =>
  hasTexts(value, 'id', 'conversationId', 'state') &&
  hasTexts(value.author, 'kind') &&
  Number.isFinite(value.order) &&
  Number.isFinite(value.revision) &&
  isTime(value.sentAt) &&
  Array.isArray(value.parts) &&
  value.parts.every(isPart)
