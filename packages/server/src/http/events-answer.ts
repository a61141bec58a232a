import type { AgentEvent, VisitorEvent } from '@docent/protocol'
import type { Context } from 'hono'
import { stream } from 'hono/streaming'
import { type FeedOptions, openFeed } from '../live/events-feed.ts'
import type { PresenceKind } from '../live/presence.ts'
import type { Services } from './services.ts'

interface Listener extends Pick<FeedOptions, 'appId' | 'stream' | 'actorId'> {
  readonly kind: PresenceKind
  readonly greeting: readonly (VisitorEvent | AgentEvent)[]
}

const maxWaitSeconds = 30

/** `GET /v1/events`: server-sent events, or with `wait=<seconds>` one frame as soon as there is something to tell. */
export async function answerEvents(context: Context, services: Services, listener: Listener): Promise<Response> {
  const { store, subscribers, presence, fileLinks: links } = services
  const { appId, stream: name, actorId, kind } = listener
  const closing = new AbortController()
  context.req.raw.signal.addEventListener('abort', () => closing.abort())
  const wait = context.req.query('wait')
  const feed = await openFeed({
    store,
    subscribers,
    presence,
    links,
    appId,
    stream: name,
    actorId,
    after: context.req.query('after'),
    signal: closing.signal,
    ...(wait === undefined && { greeting: listener.greeting }),
  })
  const leave = presence.arrive(appId, kind, actorId)
  const close = () => {
    feed.close()
    leave()
  }
  context.header('cache-control', 'no-store')
  if (wait !== undefined) {
    try {
      const seconds = Math.min(Math.max(Number(wait) || 0, 0), maxWaitSeconds)
      const frame = await feed.next(seconds * 1000)
      return frame ? context.json(frame) : context.body(null, 204)
    } finally {
      close()
    }
  }
  context.header('content-type', 'text/event-stream; charset=utf-8')
  context.header('x-accel-buffering', 'no')
  return stream(context, async (out) => {
    out.onAbort(() => closing.abort())
    try {
      await out.write(': open\n\n')
      for (;;) {
        const frame = await feed.next(services.options.keepAliveMs)
        if (!frame || closing.signal.aborted) return
        await out.write(frame.events.length > 0 ? `data: ${JSON.stringify(frame)}\n\n` : ': keep-alive\n\n')
      }
    } catch (error) {
      services.log('warn', 'An events connection broke.', error)
    } finally {
      close()
    }
  })
}
