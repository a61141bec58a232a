import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { createGuest, createTestAgent, textOf, textPart } from './testing/guest.ts'
import { startPostgres, type TestPostgres } from './testing/start-postgres.ts'
import { startTestServer } from './testing/test-server.ts'

let postgres: TestPostgres
beforeAll(async () => {
  postgres = await startPostgres()
})
afterAll(() => postgres.stop())

test('two nodes on one PostgreSQL are one server: tokens, events, typing and presence cross over', async () => {
  const databaseUrl = await postgres.createDatabase()
  const one = await startTestServer(onTestFinished, { databaseUrl, presenceGraceMs: 10 })
  const two = await startTestServer(onTestFinished, { databaseUrl, presenceGraceMs: 10 })
  const guest = await createGuest(one.url)
  const toGuest = await guest.listen()
  const agent = await createTestAgent(two.url, await one.createSignInLink({ name: 'Mira' }))
  const toAgent = await agent.listen()
  for (const reader of [toGuest, toAgent]) onTestFinished(reader.close)
  await toGuest.until((event) => event.type === 'presence-changed' && event.online)

  const id = await guest.converse('Hello')
  await toAgent.until((event) => event.type === 'message-added' && textOf(event.message) === 'Hello')
  expect(await agent.query('visitor', { visitorId: guest.id })).toMatchObject({ online: true })
  await agent.post('/hints', { type: 'typing', conversationId: id, typing: true })
  expect(await toGuest.until((event) => event.type === 'typing-changed')).toMatchObject({ author: { name: 'Mira' } })
  await agent.command('message-send', { conversationId: id, parts: [textPart('Hi')] })
  await toGuest.until((event) => event.type === 'message-added' && textOf(event.message) === 'Hi')

  const elsewhere = await fetch(`${two.url}/v1/queries/conversations`, {
    method: 'POST',
    headers: { ...guest.headers, 'content-type': 'application/json' },
    body: '{"limit":1}',
  })
  expect(elsewhere.status).toBe(200)
  const command = { id: 'same', name: 'message-send', input: { to: { id }, parts: [textPart('once')] }, createdAt: 0 }
  const both = await Promise.all(
    [one.url, two.url].map((url) =>
      fetch(`${url}/v1/commands`, {
        method: 'POST',
        headers: { ...guest.headers, 'content-type': 'application/json' },
        body: JSON.stringify({ commands: [command] }),
      }).then((response) => response.json()),
    ),
  )
  expect(both.map(({ results }) => results[0].ack.duplicate ?? false).sort()).toEqual([false, true])
  expect((await guest.history(id)).map(textOf)).toEqual(['once', 'Hi', 'Hello'])
})

test('a database that goes away gives `unavailable`, not a crash', async () => {
  const own = await startPostgres()
  const server = await startTestServer(onTestFinished, { databaseUrl: await own.createDatabase() })
  const guest = await createGuest(server.url)
  const id = await guest.converse('Hello')
  await own.stop()
  await expect(guest.say(id, 'anyone?')).rejects.toMatchObject({ code: expect.stringMatching(/unavailable/) })
  const health = await fetch(`${server.url}/healthz`)
  expect([health.status, (await health.json()).error.code]).toEqual([503, 'unavailable'])
})
