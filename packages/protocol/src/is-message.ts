import type { Conversation } from './conversation.ts'
import type { Author, Message } from './message.ts'

/** What views rely on, for those that are told by a backend which may say anything. */

/** An object with texts of these names, and nothing else than a text under those that may be absent. */
export const hasTexts = (
  value: unknown,
  needed: readonly string[],
  optional: readonly string[] = [],
): value is Record<string, unknown> => {
  const isText = (name: string): boolean => typeof (value as Record<string, unknown>)[name] === 'string'
  return (
    Object(value) === value &&
    needed.every(isText) &&
    optional.every((name) => isText(name) || (value as Record<string, unknown>)[name] == null)
  )
}

/** What a `Date` can hold. */
const isTime = (value: unknown): boolean => typeof value === 'number' && Math.abs(value) <= 8.64e15

/** Somebody who can be named. */
export const isAuthor = (value: unknown): value is Author => hasTexts(value, ['kind'], ['name', 'avatarUrl'])

/** A conversation that can be put into a list. */
export const isConversation = (value: unknown): value is Conversation =>
  hasTexts(value, ['id'], ['title', 'excerpt']) &&
  isTime(value.startedAt) &&
  isTime(value.changedAt) &&
  [value.lastAuthor, value.agent].every((author) => !author || isAuthor(author))

/** A message that can be put in its place. Whether each of its parts can be drawn says `isPart`. */
export const isMessage = (value: unknown): value is Message =>
  hasTexts(value, ['id', 'conversationId']) &&
  isAuthor(value.author) &&
  Number.isFinite(value.order) &&
  isTime(value.sentAt) &&
  Array.isArray(value.parts)
