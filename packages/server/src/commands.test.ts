import { randomUUID } from 'node:crypto'
import { type Message, maxTextLength } from '@docent/protocol'
import { afterAll, describe, expect, onTestFinished, test } from 'vitest'
import { createGuest, createTestAgent, type Guest, textOf, textPart } from './testing/guest.ts'
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
    await Promise.all([guest.perform([start, message]), guest.perform([start, message])])
    const conversations = await guest.conversations()
    expect(conversations).toMatchObject([{ commandId: start.id, title: 'Invoices', excerpt: 'Hello' }])
    expect(await guest.history(conversations[0]?.id ?? '')).toHaveLength(1)
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
  const { openStore } = await import('./store/open-store.ts')
  const store = await openStore({ url: `file:${fresh.dataDir}/docent.db`, log: () => {} })
  const rows = await store.database.selectFrom('event').select('seq').orderBy('seq').execute()
  await store.close()
  expect(rows.map(({ seq }) => seq)).toEqual(Array.from({ length: last }, (_, index) => index + 1))
})

describe('visitors’ commands', () => {
  test('keep state by its merge rules, and tell the visitor’s other devices', async () => {
    const guest = await createGuest(url)
    const device = await createGuest(url, { visitor: guest.session.visitor })
    const events = await device.listen()
    onTestFinished(events.close)
    const put = (who: Guest, ...entries: unknown[]) => who.command('visitor-state-put', { entries })
    await put(
      guest,
      { key: 'a/max', value: 3, merge: 'max', changedAt: 5 },
      { key: 'a/last', value: 'old', merge: 'last', changedAt: 5 },
    )
    await put(
      device,
      { key: 'a/max', value: 2, merge: 'max', changedAt: 9 },
      { key: 'a/last', value: 'new', merge: 'last', changedAt: 9 },
    )
    await put(
      guest,
      { key: 'a/last', value: 'late', merge: 'last', changedAt: 7 },
      { key: 'a/union', value: ['x'], merge: 'union', changedAt: 1 },
    )
    await put(guest, { key: 'a/union', value: ['y'], merge: 'union', changedAt: 2 })
    const { entries, cursor } = await guest.query<{ entries: { key: string; value: unknown }[]; cursor: string }>(
      'visitor-state',
    )
    expect(Object.fromEntries(entries.map(({ key, value }) => [key, value]))).toEqual({
      'a/max': 3,
      'a/last': 'new',
      'a/union': ['x', 'y'],
    })
    await events.until((event) => event.type === 'state-changed' && event.entries.some(({ key }) => key === 'a/union'))
    expect(await guest.query('visitor-state', { since: cursor })).toEqual({ entries: [], cursor })
    await put(device, { key: 'a/max', value: 9, merge: 'max', changedAt: 9 })
    expect(await guest.query('visitor-state', { since: cursor })).toMatchObject({
      entries: [{ key: 'a/max', value: 9 }],
    })
  })

  test('do not let a clock that runs ahead win for years', async () => {
    const guest = await createGuest(url)
    await guest.command('visitor-state-put', {
      entries: [{ key: 'k', value: 1, merge: 'last', changedAt: Date.now() + 1e11 }],
    })
    await guest.command('visitor-state-put', {
      entries: [{ key: 'k', value: 2, merge: 'last', changedAt: Date.now() }],
    })
    const { entries } = await guest.query<{ entries: { value: number }[] }>('visitor-state')
    expect(entries[0]?.value).toBe(2)
  })

  test.each([
    ['a key that is too long', { key: 'k'.repeat(201), value: 1, merge: 'max', changedAt: 1 }],
    ['a maximum that is no number', { key: 'k', value: 'x', merge: 'max', changedAt: 1 }],
    ['an unknown rule', { key: 'k', value: 1, merge: 'sum', changedAt: 1 }],
    ['a value that is too large', { key: 'k', value: 'x'.repeat(20_000), merge: 'last', changedAt: 1 }],
  ])('refuse %s', async (_, entry) => {
    const guest = await createGuest(url)
    await expect(guest.command('visitor-state-put', { entries: [entry] })).rejects.toMatchObject({ retry: 'never' })
    expect(await guest.query('visitor-state')).toMatchObject({ entries: [] })
  })

  test('refuse traits of more than 16 kB, all together', async () => {
    const guest = await createGuest(url)
    await guest.command('visitor-update', { traits: { a: 'x'.repeat(9000) } })
    await expect(guest.command('visitor-update', { traits: { b: 'x'.repeat(9000) } })).rejects.toMatchObject({
      code: 'too-large',
    })
  })

  test('close, rate and reopen; a message reopens by itself', async () => {
    const guest = await createGuest(url)
    const id = await guest.converse('Hello')
    const status = async () => (await guest.conversations())[0]?.status
    await guest.command('conversation-close', { to: { id } })
    expect(await status()).toBe('closed')
    await guest.command('conversation-rate', { to: { id }, score: 5, comment: 'Quick' })
    await guest.command('conversation-reopen', { to: { id } })
    expect(await status()).toBe('open')
    await guest.command('conversation-close', { to: { id } })
    await guest.say(id, 'One more thing')
    expect(await status()).toBe('open')
    expect((await guest.history(id)).map(textOf)).toEqual(['One more thing', 'Hello'])
  })

  test('give a conversation a title from its first words, and an excerpt of its last', async () => {
    const guest = await createGuest(url)
    const id = await guest.converse(`I cannot find **the button** that ${'really '.repeat(20)}sends`)
    await guest.command('message-send', {
      to: { id },
      parts: [{ type: 'text', text: 'It is [here](https://x.example) **now**', format: 'markdown' }],
    })
    const [conversation] = await guest.conversations()
    expect([...(conversation?.title ?? '')].length).toBeLessThanOrEqual(60)
    expect(conversation?.title).toMatch(/^I cannot find \*\*the button\*\* that really .*…$/)
    expect(conversation?.excerpt).toBe('It is here now')
  })

  test('erase everything of the visitor, once and repeatably', async () => {
    const own = await startTestServer(onTestFinished)
    const agent = await createTestAgent(own.url, await own.createSignInLink())
    const guest = await createGuest(own.url)
    const other = await createGuest(own.url)
    const id = await guest.converse('my secret')
    const kept = await other.converse('stays')
    await guest.command('visitor-update', { email: 'me@secret.example' })
    await guest.command('visitor-state-put', { entries: [{ key: 'k', value: 'secret', merge: 'last', changedAt: 1 }] })
    await guest.command('events-record', { events: [{ name: 'secret_done', at: 1 }] })
    const events = await guest.listen()
    const erase = { id: 'erase', name: 'visitor-erase', input: {}, createdAt: 0 }
    const first = await guest.perform([erase])
    expect(first).toMatchObject([{ ok: true }])
    expect(await guest.perform([erase])).toMatchObject([{ ok: true, ack: { duplicate: true } }])
    await events.until((event) => event.type === 'session-changed')
    await events.ended
    expect(await guest.perform([send(id, 'still here')])).toMatchObject([
      { ok: false, error: { code: 'auth-rejected' } },
    ])
    expect((await guest.post('/queries/conversations', { limit: 1 })).status).toBe(401)
    await expect(createGuest(own.url, { visitor: guest.session.visitor })).rejects.toMatchObject({
      code: 'auth-rejected',
    })
    await expect(agent.query('conversation', { conversationId: id })).rejects.toMatchObject({ code: 'not-found' })
    await expect(agent.query('visitor', { visitorId: guest.id })).rejects.toMatchObject({ code: 'not-found' })
    expect((await other.history(kept)).map(textOf)).toEqual(['stays'])
    await own.close()
    const { readFile } = await import('node:fs/promises')
    const { openStore } = await import('./store/open-store.ts')
    const { sql } = await import('kysely')
    const store = await openStore({ url: `file:${own.dataDir}/docent.db`, log: () => {} })
    await sql`vacuum`.execute(store.database)
    await store.close()
    expect(await readFile(`${own.dataDir}/docent.db`, 'latin1')).not.toContain('secret.example')
    expect(await readFile(`${own.dataDir}/docent.db`, 'latin1')).not.toContain('my secret')
  })
})
