import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { sql } from 'kysely'
import { afterAll, describe, expect, onTestFinished, test } from 'vitest'
import { openStore } from './store/open-store.ts'
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
    await guest.command('conversation-rate', { to: { id }, solved: true })
    await guest.command('conversation-rate', { to: { id }, score: 5, comment: 'Quick' })
    const [rated] = await guest.conversations()
    expect(rated?.rating).toEqual({ solved: true, score: 5, comment: 'Quick', ratedAt: expect.any(Number) })
    for (const empty of [{}, { comment: '  ' }, { score: 0 }, { score: 6 }]) {
      await expect(guest.command('conversation-rate', { to: { id }, ...empty })).rejects.toThrow(/input/)
    }
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
    const store = await openStore({ url: `file:${own.dataDir}/docent.db`, log: () => {} })
    await sql`vacuum`.execute(store.database)
    await store.close()
    expect(await readFile(`${own.dataDir}/docent.db`, 'latin1')).not.toContain('secret.example')
    expect(await readFile(`${own.dataDir}/docent.db`, 'latin1')).not.toContain('my secret')
  })
})
