import { randomUUID } from 'node:crypto'
import { type Message, maxTextLength } from '@docent/protocol'
import { afterAll, describe, expect, onTestFinished, test } from 'vitest'
import { openStore } from './store/open-store.ts'
import { createGuest, createTestAgent, textOf, textPart } from './testing/guest.ts'
import { startTestServer } from './testing/test-server.ts'

const ends: (() => Promise<void>)[] = []
afterAll(async () => {
  for (const end of ends.reverse()) await end()
})
const server = await startTestServer((work) => void ends.push(work))
const { url } = server

const send = (conversationId: string, text: string, id: string = randomUUID()) => ({
  id,
  name: 'message-send',
  input: { to: { id: conversationId }, parts: [textPart(text)] },
  createdAt: Date.now(),
})

describe('the same command id', () => {
  test('has one effect when it is repeated', async () => {
    const guest = await createGuest(url)
    const conversationId = await guest.converse('first')
    const id = randomUUID()
    const first = await guest.say(conversationId, 'once', id)
    const second = await guest.say(conversationId, 'once', id)
    expect(first.duplicate).toBeUndefined()
    expect(second).toEqual({ ...first, duplicate: true })
    expect((await guest.history(conversationId)).map(textOf)).toEqual(['once', 'first'])
  })

  test('has one effect when it is sent many times at once, in one batch or several', async () => {
    const guest = await createGuest(url)
    const conversationId = await guest.converse('first')
    const events = await guest.listen()
    onTestFinished(events.close)
    const command = send(conversationId, 'once')
    const batches = await Promise.all(Array.from({ length: 10 }, () => guest.perform([command, command])))
    const acks = batches.flat().map((outcome) => (outcome.ok ? outcome.ack : undefined))
    expect(acks.filter((ack) => ack?.duplicate !== true)).toHaveLength(1)
    expect(new Set(acks.map((ack) => JSON.stringify(ack?.result))).size).toBe(1)
    await guest.say(conversationId, 'last')
    await events.until((event) => event.type === 'message-added' && textOf(event.message) === 'last')
    const told = events.events.filter((event) => event.type === 'message-added' && textOf(event.message) === 'once')
    expect(told).toHaveLength(1)
  })

  test('starts one conversation, which later commands of the batch may name', async () => {
    const guest = await createGuest(url)
    const start = { id: randomUUID(), name: 'conversation-start', input: { title: 'Invoices' }, createdAt: 0 }
    const message = { ...send('', 'Hello'), input: { to: { startedBy: start.id }, parts: [textPart('Hello')] } }
    const batches = await Promise.all([guest.perform([start, message]), guest.perform([start, message])])
    const conversations = await guest.conversations()
    expect(conversations).toMatchObject([{ commandId: start.id, title: 'Invoices', excerpt: 'Hello' }])
    const history = await guest.history(conversations[0]?.id ?? '')
    expect(history).toHaveLength(1)
    const where = { messageId: history[0]?.id, conversationId: conversations[0]?.id, order: 1 }
    for (const [, sent] of batches) expect(sent).toMatchObject({ ok: true, ack: { result: where } })
  })
})

describe('a batch', () => {
  test('gives each command its own result; bad ones do not stop the others', async () => {
    const guest = await createGuest(url)
    const conversationId = await guest.converse('first')
    const results = await guest.perform([
      send(conversationId, 'good 1', 'good-1'),
      'not an object',
      { name: 'message-send', input: {} },
      { ...send(conversationId, 'x', 'no-parts'), input: { to: { id: conversationId }, parts: [] } },
      send(conversationId, 'ž'.repeat(maxTextLength + 1), 'long'),
      { id: 'huge', name: 'events-record', input: { events: [{ name: 'x'.repeat(70_000), at: 1 }] } },
      { id: 'unknown', name: 'no-such-command', input: {} },
      { id: 'proto', name: 'toString', input: {} },
      send('no-such-conversation', 'nowhere', 'nowhere'),
      {
        ...send(conversationId, 'x', 'html'),
        input: { to: { id: conversationId }, parts: [{ type: 'html', html: '<b>' }] },
      },
      { ...send(conversationId, 'x', 'null'), input: { to: { id: conversationId }, parts: [textPart('a\u0000b')] } },
      send(conversationId, 'good 2', 'good-2'),
    ])
    const codes = results.map((result) => (result.ok ? 'ok' : `${result.id} ${result.status} ${result.error.code}`))
    expect(codes).toEqual([
      'ok',
      ' 400 invalid',
      ' 400 invalid',
      'no-parts 400 invalid',
      'long 413 too-large',
      'huge 413 too-large',
      'unknown 422 unsupported',
      'proto 422 unsupported',
      'nowhere 404 not-found',
      'html 400 invalid',
      'null 400 invalid',
      'ok',
    ])
    expect((await guest.history(conversationId)).map(textOf)).toEqual(['good 2', 'good 1', 'first'])
  })

  test('is refused as a whole when it is no list, too long, too large or no JSON', async () => {
    const guest = await createGuest(url)
    const conversationId = await guest.converse('first')
    const refuse = async (body: unknown) => {
      const response = await guest.post('/commands', body)
      return [response.status, (await response.json()).error.code]
    }
    expect(await refuse('{"commands":')).toEqual([400, 'invalid'])
    expect(await refuse({})).toEqual([400, 'invalid'])
    expect(await refuse({ commands: Array.from({ length: 21 }, () => send(conversationId, 'x')) })).toEqual([
      413,
      'too-large',
    ])
    expect(await refuse({ commands: [send(conversationId, 'x'.repeat(3_000_000))] })).toEqual([413, 'too-large'])
    expect(await guest.history(conversationId)).toHaveLength(1)
  })

  test('refuses data that is nested too deeply, and goes on', async () => {
    const guest = await createGuest(url)
    const deep = `${'['.repeat(20_000)}${']'.repeat(20_000)}`
    const event = `{"id":"deep","name":"events-record","input":{"events":[{"name":"x","at":1,"data":${deep}}]}}`
    const response = await guest.post(
      '/commands',
      `{"commands":[${event},{"id":"next","name":"visitor-update","input":{}}]}`,
    )
    expect(await response.json()).toMatchObject({
      results: [{ status: 400, error: { code: 'invalid' } }, { ok: true }],
    })
  })

  test('takes the longest text there may be', async () => {
    const guest = await createGuest(url)
    const conversationId = await guest.converse('ž'.repeat(maxTextLength))
    expect(textOf((await guest.history(conversationId))[0] as Message)).toHaveLength(maxTextLength)
  })
})

test('200 concurrent commands of ten visitors leave a gapless log and one order per conversation', async () => {
  const fresh = await startTestServer(onTestFinished)
  const agent = await createTestAgent(fresh.url, await fresh.createSignInLink())
  const events = await agent.listen()
  onTestFinished(events.close)
  const guests = await Promise.all(Array.from({ length: 10 }, () => createGuest(fresh.url)))
  const ids = await Promise.all(guests.map((guest) => guest.converse('0')))
  const texts = Array.from({ length: 20 }, (_, index) => String(index + 1))
  await Promise.all(guests.flatMap((guest, at) => texts.map((text) => guest.say(ids[at] ?? '', text))))
  await agent.command('agent-update', { name: 'Last' })
  await events.until((event) => event.type === 'agent-changed')
  for (const [at, guest] of guests.entries()) {
    const history = await guest.history(ids[at] ?? '')
    expect(history.map(({ order }) => order)).toEqual(Array.from({ length: 21 }, (_, index) => 21 - index))
    expect(new Set(history.map(textOf)).size).toBe(21)
    const told = events.events.flatMap((event) =>
      event.type === 'message-added' && event.message.conversationId === ids[at] ? [event.message] : [],
    )
    expect(told.map(({ order }) => order)).toEqual(Array.from({ length: 21 }, (_, index) => index + 1))
  }
  await events.until((event) => event.type === 'agent-changed')
  const last = Number(events.cursor()?.split('.')[1])
  expect(last).toBeGreaterThan(0)
  await fresh.close()
  const store = await openStore({ url: `file:${fresh.dataDir}/docent.db`, log: () => {} })
  const rows = await store.database.selectFrom('event').select('seq').orderBy('seq').execute()
  await store.close()
  expect(rows.map(({ seq }) => seq)).toEqual(Array.from({ length: last }, (_, index) => index + 1))
})
