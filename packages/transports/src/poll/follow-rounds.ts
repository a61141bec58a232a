import type { Conversation, Id, Message, Sink, VisitorEvent, VisitorVocabulary } from '@docent/protocol'
import { toFailure } from '../http/failure.ts'
import type { PolledRange } from './poll.ts'

/** What a round reads at most of one conversation; more than that is a gap. */
const roundLimit = 50

export interface Listed {
  readonly conversation: Conversation
  readonly newestOrder: number | undefined
}

interface Rounds {
  readonly list: () => Promise<readonly Listed[]>
  readonly read: (range: PolledRange, signal: AbortSignal) => Promise<readonly Message[]>
  readonly sink: Sink<VisitorVocabulary>
  readonly signal: AbortSignal
  readonly everyMs: number
}

/** Looks once at how things are, and from `start()` on tells what has changed since, until the signal aborts or a round fails. */
export async function followRounds(rounds: Rounds): Promise<{ start(): void }> {
  const { list, sink, signal, everyMs } = rounds
  const seen = new Map<Id, string>()
  const newest = new Map<Id, number>()
  for (const { conversation, newestOrder } of await list()) {
    seen.set(conversation.id, JSON.stringify(conversation))
    if (newestOrder !== undefined) newest.set(conversation.id, newestOrder)
  }

  async function newMessages(id: Id): Promise<VisitorEvent[]> {
    const newerThan = newest.get(id) ?? 0
    const range = { conversationId: id, newerThan, olderThan: Number.MAX_SAFE_INTEGER, limit: roundLimit }
    const found = [...(await rounds.read(range, signal))].sort((a, b) => a.order - b.order)
    newest.set(id, found.at(-1)?.order ?? newerThan)
    const added = found.map((message) => ({ type: 'message-added', message }) as const)
    // Of a conversation that was never read here, older messages are history, not a hole.
    const isLimited = newerThan > 0 && found.length >= roundLimit
    return isLimited ? [{ type: 'gap', conversationId: id, reason: 'limited' }, ...added] : added
  }
  async function newsOf({ conversation, newestOrder }: Listed): Promise<VisitorEvent[]> {
    const { id } = conversation
    const isQuiet = newestOrder !== undefined && newestOrder <= (newest.get(id) ?? 0)
    const events = isQuiet ? [] : await newMessages(id)
    const text = JSON.stringify(conversation)
    if (seen.get(id) === text) return events
    seen.set(id, text)
    return [...events, { type: 'conversation-changed', conversation }]
  }
  async function follow(): Promise<void> {
    try {
      for (;;) {
        await pause(everyMs, signal)
        if (signal.aborted) return
        const events: VisitorEvent[] = []
        for (const listed of await list()) events.push(...(await newsOf(listed)))
        if (events.length > 0) sink.events(events)
      }
    } catch (error) {
      sink.lost(toFailure(error))
    }
  }
  return { start: () => void follow() }
}

const pause = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const end = (): void => {
      clearTimeout(timer)
      signal.removeEventListener('abort', end)
      resolve()
    }
    const timer = setTimeout(end, ms)
    signal.addEventListener('abort', end)
  })
