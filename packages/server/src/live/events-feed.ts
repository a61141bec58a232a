import type { AgentEvent, Cursor, EventsFrame, Id, VisitorEvent } from '@docent/protocol'
import type { FileLinks } from '../files/file-links.ts'
import { formatCursor, parseCursor, type Store, type Stream } from '../store/store.ts'
import { createBell } from './bell.ts'
import type { Presence } from './presence.ts'
import type { Subscribers } from './subscribers.ts'

type AnyEvent = VisitorEvent | AgentEvent

export interface FeedOptions {
  readonly store: Store
  readonly subscribers: Subscribers
  readonly presence: Presence
  readonly links: FileLinks
  readonly appId: Id
  readonly stream: Stream
  readonly actorId: Id
  /** Tell what comes after it. Absent: what comes from now on. */
  readonly after: Cursor | undefined
  /** Told first, before the log. */
  readonly greeting?: readonly AnyEvent[]
  readonly signal: AbortSignal
}

/** What one connection reads: the log after its cursor, and live news in between. */
export interface EventsFeed {
  /** The next events, waiting for at most `waitMs` for some. `undefined`: the feed has ended. */
  next(waitMs: number): Promise<EventsFrame | undefined>
  close(): void
}

const batchSize = 200
/** A reader this far behind loses live news, which is stale by then. What is in the log waits for it there. */
const maxLiveEvents = 200

export async function openFeed(options: FeedOptions): Promise<EventsFeed> {
  const { store, appId, stream, actorId, signal } = options
  const start = await findStart(store, appId, options.after)
  const bell = createBell()
  const gap: AnyEvent[] = start.hasGap ? [{ type: 'gap', reason: 'expired' }] : []
  const live = [...gap, ...(options.greeting ?? [])]
  const log = createLogReader(options, start.position)
  let hasEnded = signal.aborted
  const end = () => {
    hasEnded = true
    bell.ring()
  }
  const leave = options.subscribers.add({
    appId,
    stream,
    actorId,
    wake() {
      log.touch()
      bell.ring()
    },
    tell(event) {
      if (live.length < maxLiveEvents) live.push(event)
      bell.ring()
    },
    end,
  })
  signal.addEventListener('abort', end)
  return {
    async next(waitMs) {
      const until = Date.now() + waitMs
      for (;;) {
        const events = [...live.splice(0), ...(await log.read())]
        if (events.length > 0) return { events, cursor: log.cursor() }
        // What was told before the end, such as `session-changed`, has gone out by now.
        if (hasEnded) return undefined
        const left = until - Date.now()
        if (left <= 0) return { events, cursor: log.cursor() }
        await bell.sleep(left)
      }
    },
    close() {
      leave()
      signal.removeEventListener('abort', end)
    },
  }
}

/** The log of one stream from a position on; it is asked only when something was committed. */
function createLogReader(options: FeedOptions, start: number) {
  const { store, appId, stream } = options
  let position = start
  let isBehind = true
  return {
    touch() {
      isBehind = true
    },
    cursor: () => formatCursor(store.epoch, position),
    async read(): Promise<AnyEvent[]> {
      if (!isBehind) return []
      isBehind = false
      const { events, position: reached } = await store.readEvents(appId, stream, position, batchSize)
      position = reached
      if (events.length === batchSize) isBehind = true
      return events.map(({ event }) => refresh(event, options))
    },
  }
}

async function findStart(store: Store, appId: Id, after: Cursor | undefined) {
  const { last, pruned } = await store.positions(appId)
  if (after === undefined) return { position: last, hasGap: false }
  const position = parseCursor(store.epoch, after)
  const isKnown = position !== undefined && position >= pruned && position <= last
  return isKnown ? { position, hasGap: false } : { position: last, hasGap: true }
}

/** Whether somebody is online, and under which address a file is found, is only known now, not when the event was written. */
function refresh(event: AnyEvent, { presence, links, appId }: FeedOptions): AnyEvent {
  if (event.type === 'message-added' || event.type === 'message-changed')
    return { ...event, message: links.sign(event.message) }
  if (event.type !== 'visitor-changed') return event
  return { ...event, visitor: { ...event.visitor, online: presence.isOnline(appId, 'visitor', event.visitor.id) } }
}
