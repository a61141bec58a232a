import {
  type Command,
  type Session,
  type SessionAnswer,
  type Sink,
  TransportError,
  type VisitorVocabulary,
} from '@docent/protocol'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { memoryCapabilities } from '../memory/capabilities.ts'
import { FakeSocket } from './testing/fake-socket.ts'
import { type WebSocketOptions, websocket } from './websocket.ts'

beforeEach(() => {
  vi.useFakeTimers()
  FakeSocket.opened.length = 0
})
afterEach(() => {
  vi.useRealTimers()
})

const WebSocket = FakeSocket as unknown as typeof globalThis.WebSocket
const settle = () => vi.advanceTimersByTimeAsync(1)
const command = (id: string) =>
  ({ id, name: 'events-record', input: { events: [] }, createdAt: 0 }) satisfies Command<VisitorVocabulary>
const sessionAnswer = (accessToken = 'token 1'): SessionAnswer => ({
  ...{
    visitor: { id: 'v1', secret: 's1' },
    accessToken,
    capabilities: memoryCapabilities,
    cursor: '1.0',
    resumed: false,
  },
  ...{ serverNow: Date.now(), expiresAt: Date.now() + 900_000 },
})

async function begin(session: Session = { app: 'acme' }, options: Partial<WebSocketOptions> = {}) {
  const transport = websocket({ url: 'https://support.example', WebSocket, ...options })
  const sink = { events: vi.fn(), lost: vi.fn() } satisfies Sink<never>
  const ended = new AbortController()
  const connecting = transport.connect(session, sink, ended.signal)
  connecting.catch(() => {})
  await vi.waitFor(() => expect(FakeSocket.opened).toHaveLength(1))
  const [socket] = FakeSocket.opened
  if (!socket) throw new Error('No socket was opened')
  return { transport, sink, ended, connecting, socket }
}
async function connect(session?: Session) {
  const begun = await begin(session)
  begun.socket.accept()
  await settle()
  begun.socket.answer('session', sessionAnswer())
  const hello = await begun.connecting
  await settle()
  begun.socket.answer('events', undefined)
  return { ...begun, hello }
}

describe('websocket', () => {
  it('says who the visitor is in the first frame, and nothing of it in the address', async () => {
    const { socket, connecting } = await begin({ app: 'acme', cursor: '1.9', state: { id: 'v1', secret: 's1' } })
    expect(socket.url).toBe('wss://support.example/v1/socket')
    socket.accept()
    await settle()
    expect(socket.calls).toEqual([
      { id: 1, path: 'session', body: { app: 'acme', visitor: { id: 'v1', secret: 's1' }, cursor: '1.9' } },
    ])
    socket.answer('session', sessionAnswer())
    const { capabilities, state } = await connecting
    expect(state).toEqual({ id: 'v1', secret: 's1' })
    expect(capabilities).toMatchObject({ linkBound: ['perform', 'query', 'upload', 'hint'] })
    await settle()
    expect(socket.asked('events').body).toEqual({ after: '1.0' })
  })

  it('tells events with their cursors, and nothing of what is no frame', async () => {
    const { socket, sink } = await connect()
    for (const frame of ['{', 'null', '[]', { events: {} }, { events: [] }, { id: 99, status: 200 }]) socket.say(frame)
    socket.say({ events: [{ type: 'a' }, null, { kind: 'b' }], cursor: '1.1' })
    socket.say({ events: [], cursor: '1.2' })
    expect(sink.events.mock.calls).toEqual([
      [[{ type: 'a' }], '1.1'],
      [[], '1.2'],
    ])
  })

  it('loses a socket that is silent for 45 seconds; keep-alives are not silence', async () => {
    const { socket, sink } = await connect()
    await vi.advanceTimersByTimeAsync(44_000)
    socket.say({ events: [] })
    await vi.advanceTimersByTimeAsync(44_000)
    expect(sink.lost).not.toHaveBeenCalled()
    await vi.advanceTimersByTimeAsync(1001)
    expect(sink.lost.mock.calls).toMatchObject([[{ code: 'timeout', retry: 'backoff' }]])
    expect(socket.readyState).toBe(3)
    expect(vi.getTimerCount()).toBe(0)
  })

  it('rejects what waits when the socket ends, with an unknown outcome, and what comes after as not applied', async () => {
    const { socket, sink, transport } = await connect()
    const { signal } = new AbortController()
    const waiting = expect(transport.perform(command('c1'), signal)).rejects.toMatchObject({ outcome: 'unknown' })
    await settle()
    expect(socket.asked('commands').body).toMatchObject({ commands: [{ id: 'c1' }] })
    socket.end()
    await waiting
    await expect(transport.perform(command('c2'), signal)).rejects.toMatchObject({ outcome: 'not-applied' })
    expect(sink.lost).toHaveBeenCalledTimes(1)
    expect(vi.getTimerCount()).toBe(0)
  })

  it('waits 30 seconds for an answer, not longer', async () => {
    const { transport, socket } = await connect()
    const late = expect(transport.perform(command('c1'), new AbortController().signal)).rejects.toMatchObject({
      ...{ code: 'timeout', outcome: 'unknown' },
    })
    await vi.advanceTimersByTimeAsync(15_000)
    socket.say({ events: [] })
    await vi.advanceTimersByTimeAsync(15_001)
    await late
  })

  it('asks the page for a fresh token once, however many calls find theirs expired, and sends them again', async () => {
    const getToken = vi.fn(async (why: string) => `jwt ${why}`)
    const { transport, socket } = await connect({ app: 'acme', getToken })
    const { signal } = new AbortController()
    const both = Promise.all([transport.perform(command('c1'), signal), transport.query('visitor-state', {}, signal)])
    await settle()
    const refusal = { error: { code: 'auth-expired', message: 'expired' } }
    socket.answer('commands', refusal, 401)
    socket.answer('queries/visitor-state', refusal, 401)
    await settle()
    expect(socket.asked('session').body).toMatchObject({ token: 'jwt expired' })
    socket.answer('session', sessionAnswer('token 2'))
    await settle()
    socket.answer('commands', { results: [{ id: 'c1', ok: true, ack: { settled: 'stored' } }] })
    socket.answer('queries/visitor-state', { output: { entries: [], cursor: '' } })
    expect(await both).toEqual([{ settled: 'stored' }, { entries: [], cursor: '' }])
    expect(getToken.mock.calls).toEqual([['first'], ['expired']])
  })

  it('rejects when the session is refused, and closes the socket', async () => {
    const { socket, connecting, sink } = await begin()
    socket.accept()
    await settle()
    socket.answer('session', { error: { code: 'auth-rejected', message: 'unknown' } }, 401)
    await expect(connecting).rejects.toMatchObject({ code: 'auth-rejected', outcome: 'not-applied' })
    expect(socket.readyState).toBe(3)
    expect(sink.lost).not.toHaveBeenCalled()
    expect(vi.getTimerCount()).toBe(0)
  })

  it.each([
    ['is refused', (socket: FakeSocket) => socket.end()],
    ['does not open', () => vi.advanceTimersByTimeAsync(15_001)],
  ])('rejects when the socket %s', async (_, act) => {
    const { socket, connecting } = await begin()
    await act(socket)
    await expect(connecting).rejects.toBeInstanceOf(TransportError)
    await expect(connecting).rejects.toMatchObject({ retry: 'backoff' })
    expect(vi.getTimerCount()).toBe(0)
  })

  it('tells nothing after the abort, not even a loss', async () => {
    const { socket, sink, ended } = await connect()
    ended.abort()
    socket.say({ events: [{ type: 'a' }], cursor: '1.1' })
    socket.end()
    await settle()
    expect(sink.events).not.toHaveBeenCalled()
    expect(sink.lost).not.toHaveBeenCalled()
    expect(socket.readyState).toBe(3)
    expect(vi.getTimerCount()).toBe(0)
  })

  it('rejects with a TransportError where the platform has no WebSocket or forbids it', async () => {
    const forbidden = class {
      constructor() {
        throw new DOMException('blocked by the policy', 'SecurityError')
      }
    } as unknown as typeof globalThis.WebSocket
    for (const given of [forbidden, 1 as never]) {
      const transport = websocket({ url: 'https://support.example', WebSocket: given })
      const sink = { events: vi.fn(), lost: vi.fn() }
      await expect(transport.connect({ app: 'a' }, sink, new AbortController().signal)).rejects.toBeInstanceOf(
        TransportError,
      )
    }
  })
})
