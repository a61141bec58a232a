import { describe, expect, it, vi } from 'vitest'
import { createCall, type Explanation } from './create-call.ts'

const { signal } = new AbortController()
const answering = (status: number, body = '', headers: Record<string, string> = {}, explain?: () => Explanation) =>
  createCall({
    url: 'https://x',
    fetch: async () => new Response(body, { status, headers }),
    ...(explain && { explain }),
  })

describe('createCall', () => {
  it('sends JSON by POST, and asks for JSON by GET', async () => {
    const fetch = vi.fn(async (_url: string | URL | Request, _init?: RequestInit) => Response.json({ ok: true }))
    const call = createCall({ url: 'https://x/api', fetch })
    expect(await call('/a', { signal, headers: { secret: 's' } })).toEqual({ ok: true })
    await call('/b', { signal, body: { b: 1 } })
    await call('/c', { signal, method: 'PUT', body: {} })
    expect(fetch.mock.calls.map(([url, init]) => [url, init?.method, init?.body])).toEqual([
      ['https://x/api/a', 'GET', undefined],
      ['https://x/api/b', 'POST', '{"b":1}'],
      ['https://x/api/c', 'PUT', '{}'],
    ])
    expect(fetch.mock.calls[0]?.[1]).toMatchObject({ credentials: 'omit', headers: { secret: 's' } })
  })

  it('takes an empty answer for what it is', async () => {
    expect(await answering(200)('/', { signal })).toBeUndefined()
  })

  it.each([
    [400, 'invalid', 'not-applied', 'never'],
    [401, 'auth-expired', 'not-applied', 'after-auth'],
    [403, 'forbidden', 'not-applied', 'never'],
    [404, 'not-found', 'not-applied', 'never'],
    [408, 'unavailable', 'unknown', 'backoff'],
    [413, 'too-large', 'not-applied', 'never'],
    [422, 'invalid', 'not-applied', 'never'],
    [429, 'rate-limited', 'not-applied', 'backoff'],
    [500, 'unavailable', 'unknown', 'backoff'],
    [503, 'unavailable', 'unknown', 'backoff'],
  ])('%i is %s, %s, %s', async (status, code, outcome, retry) => {
    await expect(answering(status)('/', { signal })).rejects.toMatchObject({ code, outcome, retry })
  })

  it('keeps to what the backend asks to wait, and lets it explain more than the status does', async () => {
    await expect(answering(429, '', { 'retry-after': '3' })('/', { signal })).rejects.toMatchObject({
      retryAfterMs: 3000,
    })
    const explained = answering(400, '{"why":1}', {}, () => ({
      code: 'conversation-closed',
      message: 'closed',
      retryAfterMs: 5,
    }))
    await expect(explained('/', { signal })).rejects.toMatchObject({
      ...{ code: 'conversation-closed', message: 'closed', retryAfterMs: 5 },
    })
  })

  it('ends with its signal, and when time runs out', async () => {
    const call = createCall({
      url: '',
      fetch: (_, init) =>
        new Promise((_resolve, reject) => init?.signal?.addEventListener('abort', () => reject(init.signal?.reason))),
    })
    await expect(call('/', { signal, timeoutMs: 5 })).rejects.toMatchObject({ code: 'timeout', outcome: 'unknown' })
    const ended = new AbortController()
    const pending = call('/', { signal: ended.signal })
    ended.abort()
    await expect(pending).rejects.toMatchObject({ code: 'timeout' })
  })

  it('rejects with a TransportError for what is no JSON', async () => {
    await expect(answering(200, '<html>')('/', { signal })).rejects.toMatchObject({ name: 'TransportError' })
  })
})
