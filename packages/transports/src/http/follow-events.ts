import {
  type Cursor,
  type EventOf,
  type EventsFrame,
  isEvent,
  type Sink,
  TransportError,
  type Vocabulary,
} from '@docent/protocol'
import { createDeadline } from './deadline.ts'
import type { Door } from './door.ts'
import { createEventParser } from './event-parser.ts'
import { toFailure } from './failure.ts'

/** The server sends a comment at once. When not even that comes, something on the way holds streams back. */
const firstByteTimeoutMs = 10_000
/** The server is never silent for longer: it sends comments between events, and ends a long poll sooner. */
const silenceTimeoutMs = 45_000
/** How long the server may hold a long poll. */
const pollWaitSeconds = 25
/** A server that ends its answers sooner, without an event in them, is not asked again at once. */
const shortestAnswerMs = 1000

export interface Following<V extends Vocabulary> {
  readonly door: Door
  readonly sink: Sink<V>
  readonly signal: AbortSignal
  readonly after: Cursor
  /** Set once streams turn out not to get through; shared by the connections of one transport. */
  readonly streams: { blocked: boolean }
}

/** Tells the sink every event after a cursor, by a stream or by long polls, until the signal aborts or the link is lost. */
export async function followEvents<V extends Vocabulary>(following: Following<V>): Promise<void> {
  const { sink, signal, streams } = following
  let cursor = following.after
  let idleSince = 0
  const tell = (data: string): void => {
    const frame = parse(data)
    if (signal.aborted || !Array.isArray(frame?.events)) return
    const events = frame.events.filter(isEvent) as EventOf<V>[]
    const isNews = events.length > 0 || frame.cursor !== cursor
    if (events.length > 0) idleSince = 0
    cursor = frame.cursor ?? cursor
    if (isNews) sink.events(events, cursor)
  }
  try {
    while (!signal.aborted) {
      const { blocked } = streams
      idleSince = Date.now()
      await readOnce(following, cursor, tell)
      if (streams.blocked === blocked && Date.now() - idleSince < shortestAnswerMs)
        throw new TransportError('unavailable', 'The event stream ended')
    }
  } catch (error) {
    if (!signal.aborted) sink.lost(toFailure(error))
  }
}

/** One answer to its end. When streams do not get through, it notes so, and the next one is a long poll. */
async function readOnce<V extends Vocabulary>(
  { door, signal, streams }: Following<V>,
  cursor: Cursor,
  tell: (data: string) => void,
): Promise<void> {
  let isBlocked = !streams.blocked
  const deadline = createDeadline(signal, isBlocked ? firstByteTimeoutMs : silenceTimeoutMs)
  const path = `events?after=${encodeURIComponent(cursor)}`
  try {
    if (streams.blocked) return tell(await (await door.open(`${path}&wait=${pollWaitSeconds}`, deadline.signal)).text())
    const { body } = await door.open(path, deadline.signal)
    streams.blocked = !body
    const reader = body?.getReader()
    const decoder = new TextDecoder()
    const feed = createEventParser(tell)
    for (let chunk = await reader?.read(); chunk?.done === false; chunk = await reader?.read()) {
      isBlocked = false
      deadline.extend(silenceTimeoutMs)
      feed(decoder.decode(chunk.value, { stream: true }))
    }
  } catch (error) {
    if (!isBlocked || signal.aborted || !deadline.signal.aborted) throw error
    streams.blocked = true
  } finally {
    deadline.end()
  }
}

/** What is not JSON is not a frame. */
function parse(data: string): Partial<EventsFrame> | undefined {
  try {
    return JSON.parse(data)
  } catch {
    return undefined
  }
}
