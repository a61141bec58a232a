import { expect, onTestFinished, test } from 'vitest'
import { createRateLimit } from './http/rate-limits.ts'
import { networkOf } from './http/requests.ts'
import { createGuest, openSession } from './testing/guest.ts'
import { startTestServer } from './testing/test-server.ts'

test('a limit lets a minute’s worth through at once and refills steadily', () => {
  let now = 0
  const limit = createRateLimit(6, () => now)
  const take = () => limit.take('a')
  expect(Array.from({ length: 6 }, take)).toEqual(Array.from({ length: 6 }, () => undefined))
  expect(take()).toBe(10_000)
  expect(limit.take('b')).toBeUndefined()
  now = 9_999
  expect(take()).toBe(1)
  now = 10_000
  expect(take()).toBeUndefined()
  expect(take()).toBe(10_000)
})

test('a visitor who sends too many commands is told when to go on, and nobody else waits', async () => {
  const { url } = await startTestServer(onTestFinished, { limits: { commandsPerMinute: 5 } })
  const guest = await createGuest(url)
  const commands = Array.from({ length: 8 }, (_, index) => ({
    id: `${index}`,
    name: 'visitor-update',
    input: { name: `${index}` },
    createdAt: 0,
  }))
  const results = await guest.perform(commands)
  expect(results.map(({ ok }) => ok)).toEqual([true, true, true, true, true, false, false, false])
  expect(results[5]).toMatchObject({ status: 429, error: { code: 'rate-limited', retryAfterMs: expect.any(Number) } })
  await (await createGuest(url)).converse('Hello')
})

test('an address that opens too many sessions or asks for too much is told when to go on', async () => {
  const { url } = await startTestServer(onTestFinished, { limits: { sessionsPerMinute: 2, requestsPerMinute: 5 } })
  const statuses = []
  for (let index = 0; index < 6; index += 1) statuses.push((await openSession(url)).status)
  expect(statuses).toEqual([200, 200, 429, 429, 429, 429])
  const config = await fetch(`${url}/v1/content/config?app=default`)
  expect([config.status, (await config.json()).error.code]).toEqual([429, 'rate-limited'])
  expect((await fetch(`${url}/healthz`)).status).toBe(200)
})

test('all addresses of one IPv6 network count as one', () => {
  expect(['2001:db8:1:2::1', '2001:db8:1:2:ffff:0:0:1', '2001:0DB8:0001:2::'].map(networkOf)).toEqual(
    Array.from({ length: 3 }, () => '2001:db8:1:2::/64'),
  )
  expect(['::1', 'fe80::1%eth0', '2001:db8::2:1'].map(networkOf)).toEqual([
    '0:0:0:0::/64',
    'fe80:0:0:0::/64',
    '2001:db8:0:0::/64',
  ])
  expect(['127.0.0.1', '::ffff:203.0.113.7', 'unknown'].map(networkOf)).toEqual([
    '127.0.0.1',
    '::ffff:203.0.113.7',
    'unknown',
  ])
})
