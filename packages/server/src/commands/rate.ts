import type { CommandId, Rating } from '@docent/protocol'
import { parseJson } from '../base/json.ts'
import { type ConversationRow, updateConversation } from '../records/conversations.ts'
import type { Unit } from '../store/store.ts'
import { announceConversation } from './announce.ts'
import { appendNote } from './append-message.ts'
import { ratingPartName } from './part-schemas.ts'

export const maxScore = 5

type Said = { readonly [Key in keyof Omit<Rating, 'ratedAt'>]: Rating[Key] }

/** Stays on the conversation; agents find it in the thread too, as a note. What is said later adds to what was said before. */
export async function rate(
  unit: Unit,
  conversation: ConversationRow,
  said: Said,
  commandId?: CommandId,
): Promise<void> {
  const before = conversation.rating === null ? {} : parseJson<Partial<Rating>>(conversation.rating)
  const rating: Rating = { ...before, ...said, ratedAt: unit.now }
  const next = await updateConversation(unit.database, conversation.id, { rating: JSON.stringify(rating) })
  await announceConversation(unit, next)
  if (next.message_count === 0) return
  const parts = [{ type: 'custom', name: ratingPartName, data: { ...said }, fallback: describeRating(said) }] as const
  await appendNote(unit, next, { author: { kind: 'system' }, parts, ...(commandId !== undefined && { commandId }) })
}

function describeRating({ solved, score, comment }: Said): string {
  const solution = solved === undefined ? undefined : solved ? 'Solved' : 'Not solved'
  return [solution, score && `Rated ${score} of ${maxScore}`, comment].filter(Boolean).join(' · ')
}
