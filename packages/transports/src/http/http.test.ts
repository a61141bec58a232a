import type { Command, CommandsRequest, Session, SessionAnswer, VisitorVocabulary } from '@docent/protocol'
import { TransportError } from '@docent/protocol'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { memoryCapabilities as capabilities } from '../memory/capabilities.ts'
import { http } from './http.ts'
import { type Answer, createFakeServer, json, openStream } from './testing/fake-server.ts'

afterEach(() => {
  vi.useRealTimers()
})

const sessionAnswer = (change: Partial<SessionAnswer> = {}): SessionAnswer => ({
  visitor: { id: 'v1', secret: 's1' },
  accessToken: 'token-1',
  expiresAt: 900_000,
  serverNow: 0,
  capabilities,
  cursor: '1.7',
  resumed: false,
  ...change,
})
const ok: Answer = ({ body }) =>
  json({
    results: (body as CommandsRequest<VisitorVocabulary>).commands.map(({ id }) => ({
      id,
      ok: true,
      ack: { settled: 'stored' },
    })),
  })
const refuse = (code: string, status: number, more = {}) => json({ error: { code, message: code, ...more } }, status)
const read = (id: string): Command<VisitorVocabulary> => ({
  id,
  name: 'conversation-read',
  createdAt: 0,
  input: { to: { id: 'c1' }, upTo: 1 },
})

function serve(answers: Record<string, Answer> = {}) {
  const server = createFakeServer({
    '/v1/session': () => json(sessionAnswer()),
    '/v1/commands': ok,
    '/v1/events': ({ signal }) => openStream(signal).response,
    ...answers,
  })
  const transport = http({ url: 'https://support.example/', app: 'acme & co', fetch: server.fetch })
  const ended = new AbortController()
  const { signal } = ended
  const connect = (session: Partial<Session> = {}) =>
    transport.connect({ app: 'acme', ...session }, { events: vi.fn(), lost: vi.fn() }, signal)
  return { server, transport, ended, signal, connect }
}

describe('content over http', () => {
  it('is one plain GET that says nothing about the visitor', async () => {
    const { server, transport, signal } = serve({ '/v1/content/config': () => json({ name: 'Acme' }) })
    expect(await transport.query('content', { kind: 'config' }, signal)).toEqual({ name: 'Acme' })
    expect(server.asked).toHaveLength(1)
    expect(server.asked[0]).toMatchObject({
      path: '/v1/content/config?app=acme%20%26%20co',
      method: 'GET',
      credentials: 'omit',
    })
    expect([...(server.asked[0]?.headers ?? [])]).toEqual([])
  })

  it.each([
    ['refused', () => refuse('not-found', 404), 'not-found'],
    ['broken', () => Promise.reject(new TypeError('Failed to fetch')), 'unavailable'],
    ['a page of somebody else', () => new Response('<html>'), 'unavailable'],
  ] satisfies [string, Answer, string][])('%s rejects with a TransportError', async (_, answer, code) => {
    const { transport, signal } = serve({ '/v1/content/articles': answer })
    const error: unknown = await transport.query('content', { kind: 'articles' }, signal).catch((reason) => reason)
    expect(error).toBeInstanceOf(TransportError)
    expect(error).toMatchObject({ code })
  })
})

describe('the session over http', () => {
  it('greets as a new visitor, and gives back the visitor and the place in the events', async () => {
    const { server, connect, ended } = serve()
    const hello = await connect()
    expect(server.asked.map(({ path }) => path)).toEqual(['/v1/session'])
    expect(server.asked[0]).toMatchObject({ method: 'POST', credentials: 'omit', body: { app: 'acme' } })
    expect(hello).toEqual({
      capabilities,
      resumed: false,
      cursor: '1.7',
      state: { id: 'v1', secret: 's1' },
      serverNow: 0,
    })
    await vi.waitFor(() => expect(server.to('/v1/events')[0]?.path).toBe('/v1/events?after=1.7'), 10_000)
    expect(server.to('/v1/events')[0]?.headers.get('authorization')).toBe('Bearer token-1')
    ended.abort()
  })

  it('proves who the visitor is, and asks the host page for a token', async () => {
    const { server, connect, ended } = serve()
    const getToken = vi.fn(async () => 'jwt')
    await connect({ state: { id: 'v1', secret: 's1' }, cursor: '1.5', getToken })
    expect(server.asked[0]?.body).toEqual({
      app: 'acme',
      visitor: { id: 'v1', secret: 's1' },
      token: 'jwt',
      cursor: '1.5',
    })
    expect(getToken.mock.calls).toEqual([['first']])
    ended.abort()
  })

  it.each([
    ['auth-expired', 'expired'],
    ['auth-rejected', 'rejected'],
  ])('asks the host page once more when its token is answered with %s', async (code, why) => {
    const answers = [refuse(code, 401), json(sessionAnswer()), refuse(code, 401), refuse(code, 401)]
    const { connect, ended, server } = serve({ '/v1/session': () => answers.shift() ?? refuse('internal', 500) })
    const getToken = vi.fn(async (reason: string) => `jwt ${reason}`)
    await connect({ getToken })
    expect(server.asked.map(({ body }) => body)).toMatchObject([{ token: 'jwt first' }, { token: `jwt ${why}` }])
    await expect(connect({ getToken })).rejects.toMatchObject({ code })
    expect(answers).toEqual([])
    ended.abort()
  })

  it('rejects with a TransportError when the host page gives no token, and greets nobody', async () => {
    const { server, connect } = serve()
    const getToken = () => Promise.reject(new Error('the session of the app ran out'))
    await expect(connect({ getToken })).rejects.toMatchObject({ name: 'TransportError', retry: 'backoff' })
    expect(server.asked).toEqual([])
  })

  it('rejects when what answers is not the server', async () => {
    const { connect } = serve({ '/v1/session': () => json({}) })
    await expect(connect()).rejects.toMatchObject({ code: 'protocol' })
  })

  it('gets one new token for all who find theirs refused, and asks again with it', async () => {
    const tokens = ['token-1', 'token-2']
    const { server, transport, connect, ended, signal } = serve({
      '/v1/session': () => json(sessionAnswer({ accessToken: tokens.shift() ?? 'too many' })),
      '/v1/commands': (asked) =>
        asked.headers.get('authorization') === 'Bearer token-2' ? ok(asked) : refuse('auth-expired', 401),
      '/v1/queries/conversations': ({ headers }) =>
        headers.get('authorization') === 'Bearer token-2'
          ? json({ output: { items: [] } })
          : refuse('auth-expired', 401),
    })
    const getToken = vi.fn(async () => 'jwt')
    await connect({ getToken })
    const other = new AbortController()
    const answers = await Promise.all([
      transport.perform(read('a'), signal),
      transport.perform(read('b'), other.signal),
      transport.query('conversations', { limit: 1 }, signal),
    ])
    expect(answers).toEqual([{ settled: 'stored' }, { settled: 'stored' }, { items: [] }])
    expect(server.to('/v1/session')).toHaveLength(2)
    expect(getToken.mock.calls).toEqual([['first'], ['expired']])
    ended.abort()
  })

  it('gives up when the new token is refused too', async () => {
    const { server, transport, connect, ended, signal } = serve({ '/v1/commands': () => refuse('auth-expired', 401) })
    await connect()
    await expect(transport.perform(read('a'), signal)).rejects.toMatchObject({ code: 'auth-expired' })
    expect(server.to('/v1/commands')).toHaveLength(2)
    ended.abort()
  })

  it('renews a token that is about to run out before it is used', async () => {
    vi.useFakeTimers({ toFake: ['Date'] })
    const { server, transport, connect, ended, signal } = serve()
    await connect()
    vi.setSystemTime(Date.now() + 800_000)
    await transport.perform(read('a'), signal)
    expect(server.to('/v1/session')).toHaveLength(1)
    vi.setSystemTime(Date.now() + 20_000)
    await transport.perform(read('b'), signal)
    expect(server.to('/v1/session')).toHaveLength(2)
    ended.abort()
  })
})

describe('commands over http', () => {
  it('of one microtask go out together, twenty at most', async () => {
    const { server, transport, connect, ended, signal } = serve()
    await connect()
    const ids = Array.from({ length: 45 }, (_, index) => `id-${index}`)
    await Promise.all(ids.map((id) => transport.perform(read(id), signal)))
    const batches = server.to('/v1/commands').map(({ body }) => (body as CommandsRequest<VisitorVocabulary>).commands)
    expect(batches.map(({ length }) => length)).toEqual([20, 20, 5])
    expect(batches.flat().map(({ id }) => id)).toEqual(ids)
    await transport.perform(read('later'), signal)
    expect(server.to('/v1/commands')).toHaveLength(4)
    ended.abort()
  })

  it('each get their own answer', async () => {
    const results = [
      { id: 'good', ok: true, ack: { settled: 'stored', duplicate: true } },
      { id: 'bad', ok: false, status: 404, error: { code: 'not-found', message: 'No such conversation' } },
      { id: 'busy', ok: false, status: 429, error: { code: 'rate-limited', message: 'Wait', retryAfterMs: 50 } },
      { id: 'broken', ok: false, status: 500, error: { code: 'internal', message: 'Oops' } },
    ]
    const { transport, connect, ended, signal } = serve({ '/v1/commands': () => json({ results }) })
    await connect()
    const ids = ['good', 'bad', 'busy', 'broken', 'forgotten']
    const outcomes = await Promise.allSettled(ids.map((id) => transport.perform(read(id), signal)))
    expect(outcomes).toMatchObject([
      { value: { settled: 'stored', duplicate: true } },
      { reason: { code: 'not-found', outcome: 'not-applied', message: 'No such conversation' } },
      { reason: { code: 'rate-limited', outcome: 'not-applied', retryAfterMs: 50 } },
      { reason: { code: 'internal', outcome: 'unknown' } },
      { reason: { code: 'unavailable', outcome: 'unknown' } },
    ])
    ended.abort()
  })

  it('may have been done when the answer is lost', async () => {
    const { transport, connect, ended, signal } = serve({
      '/v1/commands': () => Promise.reject(new TypeError('reset')),
    })
    await connect()
    await expect(transport.perform(read('a'), signal)).rejects.toMatchObject({
      code: 'unavailable',
      outcome: 'unknown',
    })
    ended.abort()
  })

  it('end with their own signal, those of another signal go on', async () => {
    const held: ((answer: Response) => void)[] = []
    const { server, transport, connect, ended, signal } = serve({
      '/v1/commands': (asked) =>
        new Promise((resolve, reject) => {
          held.push(() => resolve(ok(asked)))
          asked.signal?.addEventListener('abort', () => reject(asked.signal?.reason))
        }),
    })
    await connect()
    const leaving = new AbortController()
    const left = transport.perform(read('left'), leaving.signal)
    const kept = transport.perform(read('kept'), signal)
    await vi.waitFor(() => expect(server.to('/v1/commands')).toHaveLength(2), 10_000)
    leaving.abort()
    await expect(left).rejects.toMatchObject({ code: 'timeout', outcome: 'unknown' })
    expect(server.to('/v1/commands').map((asked) => asked.signal?.aborted)).toEqual([true, false])
    for (const answer of held) answer(new Response())
    expect(await kept).toEqual({ settled: 'stored' })
    ended.abort()
  })

  it('wait no longer than half a minute for an answer', async () => {
    const { server, transport, connect, ended, signal } = serve({
      '/v1/commands': (asked) =>
        new Promise((_, reject) => asked.signal?.addEventListener('abort', () => reject(asked.signal?.reason))),
    })
    await connect()
    vi.useFakeTimers()
    const settled = Promise.allSettled([transport.perform(read('a'), signal)])
    await vi.advanceTimersByTimeAsync(29_999)
    expect(server.to('/v1/commands')[0]?.signal?.aborted).toBe(false)
    await vi.advanceTimersByTimeAsync(1)
    expect(await settled).toMatchObject([{ reason: { code: 'timeout', outcome: 'unknown' } }])
    ended.abort()
  })
})

describe('queries and hints over http', () => {
  it('asks by name with the input as body', async () => {
    const output = { items: [], older: '3' }
    const { server, transport, connect, ended, signal } = serve({ '/v1/queries/messages': () => json({ output }) })
    await connect()
    const input = { conversationId: 'c1', limit: 20 }
    expect(await transport.query('messages', input, signal)).toEqual(output)
    expect(server.to('/v1/queries/messages')[0]).toMatchObject({ method: 'POST', body: input })
    ended.abort()
  })

  it('rejects an answer without an output', async () => {
    const { transport, connect, ended, signal } = serve({ '/v1/queries/messages': () => json(null) })
    await connect()
    const query = transport.query('messages', { conversationId: 'c1', limit: 20 }, signal)
    await expect(query).rejects.toMatchObject({ code: 'unavailable', name: 'TransportError' })
    ended.abort()
  })

  it('sends a hint and forgets it, whatever comes back', async () => {
    const { server, transport, connect, ended } = serve({ '/v1/hints': () => Promise.reject(new TypeError('reset')) })
    const hint = { type: 'typing', conversationId: 'c1', typing: true } as const
    transport.hint?.(hint)
    await connect()
    transport.hint?.(hint)
    await vi.waitFor(() => expect(server.to('/v1/hints')).toHaveLength(1), 10_000)
    expect(server.to('/v1/hints')[0]?.body).toEqual(hint)
    ended.abort()
  })
})
