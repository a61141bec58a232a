import type { EventsFrame, Sink, VisitorVocabulary } from '@docent/protocol'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createDoor } from './door.ts'
import { followEvents } from './follow-events.ts'
import { createFakeServer, json, openStream } from './testing/fake-server.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

const frame = (cursor: string, ...types: string[]): EventsFrame => ({ cursor, events: types.map((type) => ({ type })) })
const sse = (value: unknown): string => `data: ${JSON.stringify(value)}\n\n`

/** Follows events from a server whose streams the test writes; `poll` answers long polls. */
function follow(poll: () => Response | Promise<Response> = () => new Response(null, { status: 500 })) {
  const opened: ReturnType<typeof openStream>[] = []
  const server = createFakeServer({
    '/v1/events': ({ path, signal }) => {
      if (path.includes('wait=')) return poll()
      const stream = openStream(signal)
      opened.push(stream)
      return stream.response
    },
  })
  const door = createDoor({ fetch: server.fetch, base: '/v1/', credentials: 'omit' })
  const sink = { events: vi.fn(), lost: vi.fn() } satisfies Sink<VisitorVocabulary>
  const ended = new AbortController()
  const streams = { blocked: false }
  const following = followEvents<VisitorVocabulary>({ door, sink, signal: ended.signal, after: '1.0', streams })
  const current = () => {
    const stream = opened.at(-1)
    if (!stream) throw new Error('No stream is open')
    return stream
  }
  const settle = () => vi.advanceTimersByTimeAsync(0)
  return { server, sink, ended, streams, following, opened, current, settle }
}

describe('followEvents', () => {
  it('asks for what comes after the cursor and tells each frame with its own', async () => {
    const { server, sink, current, settle, ended } = follow()
    await settle()
    current().write(`: open\n\n${sse(frame('1.1', 'a', 'b'))}`)
    current().write(sse(frame('1.2', 'c')))
    await settle()
    expect(server.asked[0]?.path).toBe('/v1/events?after=1.0')
    expect(sink.events.mock.calls).toEqual([
      [[{ type: 'a' }, { type: 'b' }], '1.1'],
      [[{ type: 'c' }], '1.2'],
    ])
    ended.abort()
  })

  it('puts characters together that arrive in halves', async () => {
    const { sink, current, settle, ended } = follow()
    await settle()
    const bytes = new TextEncoder().encode(sse({ cursor: '1.1', events: [{ type: 'č😀' }] }))
    for (const byte of bytes) current().write(Uint8Array.of(byte))
    await settle()
    expect(sink.events.mock.calls).toEqual([[[{ type: 'č😀' }], '1.1']])
    ended.abort()
  })

  it('drops what is not a frame, and what is not an event', async () => {
    const { sink, current, settle, ended } = follow()
    await settle()
    for (const bad of ['data: {\n\n', sse(null), sse([]), sse({ cursor: '9.9' }), sse({ events: {}, cursor: 1 })])
      current().write(bad)
    current().write(sse({ cursor: '1.1', events: [null, 1, 'x', [], {}, { type: 2 }, { type: 'good' }] }))
    await settle()
    expect(sink.events.mock.calls).toEqual([[[{ type: 'good' }], '1.1']])
    expect(sink.lost).not.toHaveBeenCalled()
    ended.abort()
  })

  it('tells nothing after the abort, not even a loss', async () => {
    const { sink, current, settle, ended, following } = follow()
    await settle()
    sink.events.mockImplementation(() => ended.abort())
    current().write(sse(frame('1.1', 'a')) + sse(frame('1.2', 'b')))
    await following
    expect(sink.events).toHaveBeenCalledTimes(1)
    expect(sink.lost).not.toHaveBeenCalled()
    expect(vi.getTimerCount()).toBe(0)
  })

  it('loses the link after 45 seconds of silence, and comments are not silence', async () => {
    const { sink, current, settle, following } = follow()
    await settle()
    current().write(': open\n\n')
    await vi.advanceTimersByTimeAsync(44_000)
    current().write(': keep-alive\n\n')
    await vi.advanceTimersByTimeAsync(44_999)
    expect(sink.lost).not.toHaveBeenCalled()
    await vi.advanceTimersByTimeAsync(1)
    await following
    expect(sink.lost).toHaveBeenCalledTimes(1)
    expect(sink.lost.mock.calls[0]?.[0]).toMatchObject({ code: 'timeout' })
    expect(vi.getTimerCount()).toBe(0)
  })

  it('loses the link when the stream breaks', async () => {
    const { sink, current, settle, following } = follow()
    await settle()
    current().write(': open\n\n')
    await settle()
    current().break()
    await following
    expect(sink.lost.mock.calls[0]?.[0]).toMatchObject({ code: 'unavailable', retry: 'backoff' })
  })

  it('goes on where it was when a stream that had lived comes to its end', async () => {
    const { server, sink, current, settle, opened, ended } = follow()
    await settle()
    current().write(sse(frame('1.5', 'a')))
    await vi.advanceTimersByTimeAsync(2000)
    current().end()
    await settle()
    expect(opened).toHaveLength(2)
    expect(server.asked[1]?.path).toBe('/v1/events?after=1.5')
    expect(sink.lost).not.toHaveBeenCalled()
    ended.abort()
  })

  it('does not ask again at once when the server ends the stream at once', async () => {
    const { sink, current, settle, opened, following } = follow()
    await settle()
    current().write(': open\n\n')
    current().end()
    await following
    expect(opened).toHaveLength(1)
    expect(sink.lost.mock.calls[0]?.[0]).toMatchObject({ code: 'unavailable' })
  })

  it('changes to long polls when not a byte arrives within 10 seconds', async () => {
    const answers = [json(frame('1.1', 'a')), json(frame('1.2', 'b'))]
    const { server, sink, settle, streams, ended } = follow(() => answers.shift() ?? new Promise(() => {}))
    await settle()
    await vi.advanceTimersByTimeAsync(9999)
    expect(sink.events).not.toHaveBeenCalled()
    await vi.advanceTimersByTimeAsync(1)
    expect(server.asked.map(({ path }) => path)).toEqual([
      '/v1/events?after=1.0',
      '/v1/events?after=1.0&wait=25',
      '/v1/events?after=1.1&wait=25',
      '/v1/events?after=1.2&wait=25',
    ])
    expect(server.asked[0]?.signal?.aborted).toBe(true)
    expect(sink.events.mock.calls).toEqual([
      [[{ type: 'a' }], '1.1'],
      [[{ type: 'b' }], '1.2'],
    ])
    expect(streams.blocked).toBe(true)
    ended.abort()
  })

  it('changes to long polls at once where the platform reads no streams', async () => {
    const server = createFakeServer({
      '/v1/events': ({ path }) => (path.includes('wait=') ? new Promise(() => {}) : new Response(null)),
    })
    const sink = { events: vi.fn(), lost: vi.fn() }
    const door = createDoor({ fetch: server.fetch, base: '/v1/', credentials: 'omit' })
    const { signal } = new AbortController()
    void followEvents({ door, sink, signal, after: '1.0', streams: { blocked: false } })
    await vi.advanceTimersByTimeAsync(0)
    expect(server.asked.map(({ path }) => path)).toEqual(['/v1/events?after=1.0', '/v1/events?after=1.0&wait=25'])
    expect(sink.lost).not.toHaveBeenCalled()
  })

  it('asks again after a long poll without events, and loses the link when one gets no answer', async () => {
    let polls = 0
    const { server, sink, following, streams } = follow(async () => {
      if (polls++ > 1)
        return new Promise((_, reject) =>
          server.asked.at(-1)?.signal?.addEventListener('abort', () => reject(new DOMException('', 'AbortError'))),
        )
      await new Promise((resolve) => setTimeout(resolve, 25_000))
      return json(frame('1.0'))
    })
    await vi.advanceTimersByTimeAsync(10_000 + 50_000)
    expect(polls).toBe(3)
    expect(sink.events).not.toHaveBeenCalled()
    expect(sink.lost).not.toHaveBeenCalled()
    await vi.advanceTimersByTimeAsync(45_000)
    await following
    expect(sink.lost.mock.calls[0]?.[0]).toMatchObject({ code: 'timeout' })
    expect(streams.blocked).toBe(true)
  })

  it('loses the link once when the server refuses', async () => {
    const server = createFakeServer({
      '/v1/events': () => json({ error: { code: 'auth-rejected', message: 'gone' } }, 401),
    })
    const sink = { events: vi.fn(), lost: vi.fn() }
    const door = createDoor({ fetch: server.fetch, base: '/v1/', credentials: 'omit' })
    const { signal } = new AbortController()
    await followEvents({ door, sink, signal, after: '1.0', streams: { blocked: false } })
    expect(sink.lost).toHaveBeenCalledTimes(1)
    expect(sink.lost.mock.calls[0]?.[0]).toMatchObject({ code: 'auth-rejected', message: 'gone' })
  })
})
