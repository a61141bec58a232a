import { TransportError } from '@docent/protocol'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { failureOf, toFailure } from './failure.ts'
import { json } from './testing/fake-server.ts'

afterEach(() => vi.unstubAllGlobals())

describe('failureOf', () => {
  it('takes code, message and waiting time from the server', async () => {
    const error = { code: 'rate-limited', message: 'Too many commands; wait 3000 ms.', retryAfterMs: 3000 }
    const failure = await failureOf(json({ error }, 429))
    expect(failure).toBeInstanceOf(TransportError)
    expect(failure).toMatchObject({ ...error, outcome: 'not-applied' })
  })

  it.each([
    [400, 'unavailable', 'not-applied'],
    [404, 'unavailable', 'not-applied'],
    [413, 'too-large', 'not-applied'],
    [429, 'rate-limited', 'not-applied'],
    [502, 'unavailable', 'unknown'],
  ])('takes %i from something that is not the server for %s, %s', async (status, code, outcome) => {
    const page = new Response('<html>nginx</html>', { status })
    expect(await failureOf(page)).toMatchObject({ code, outcome, message: `HTTP ${status}` })
  })

  it('does not know whether the server did what it then failed at', async () => {
    const error = { code: 'internal', message: 'Something broke' }
    expect(await failureOf(json({ error }, 500))).toMatchObject({ code: 'internal', outcome: 'unknown' })
  })

  it('reads Retry-After in seconds and as a date', async () => {
    expect((await failureOf(json({}, 503, { 'retry-after': '7' }))).retryAfterMs).toBe(7000)
    const date = new Date(Date.now() + 60_000).toUTCString()
    const { retryAfterMs } = await failureOf(json({}, 503, { 'retry-after': date }))
    expect(retryAfterMs).toBeGreaterThan(55_000)
    expect(retryAfterMs).toBeLessThanOrEqual(60_000)
    expect((await failureOf(json({}, 503))).retryAfterMs).toBeUndefined()
    expect((await failureOf(json({}, 503, { 'retry-after': 'soon' }))).retryAfterMs).toBeUndefined()
  })
})

describe('toFailure', () => {
  it('leaves a TransportError as it is', () => {
    const error = new TransportError('invalid')
    expect(toFailure(error)).toBe(error)
  })

  it('names a broken network, with an unknown outcome', () => {
    const cause = new TypeError('Failed to fetch')
    expect(toFailure(cause)).toMatchObject({ code: 'unavailable', outcome: 'unknown', cause })
  })

  it('says offline where the browser says so', () => {
    vi.stubGlobal('navigator', { onLine: false })
    expect(toFailure(new TypeError('Failed to fetch')).code).toBe('offline')
  })

  it('names an aborted request a timeout', () => {
    expect(toFailure(new DOMException('aborted', 'AbortError')).code).toBe('timeout')
  })
})
