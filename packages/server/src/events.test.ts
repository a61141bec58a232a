import type { EventsFrame } from '@docent/protocol'
import { afterAll, describe, expect, onTestFinished, test } from 'vitest'
import type { AnyEvent, EventReader } from './testing/event-reader.ts'
import { createGuest, createTestAgent, textOf } from './testing/guest.ts'
import { startTestServer } from './testing/test-server.ts'

const ends: (() => Promise<void>)[] = []
afterAll(async () => {
  for (const end of ends.reverse()) await end()
})
const server = await startTestServer((work) => void ends.push(work), { keepAliveMs: 50, presenceGraceMs: 10 })
const { url } = server
const patience = { timeout: 15_000 }
const says = (text: string) => (event: AnyEvent) => event.type === 'message-added' && textOf(event.message) === text
const texts = ({ events }: EventReader) =>
  events.flatMap((event) => (event.type === 'message-added' ? [textOf(event.message)] : []))

describe('the stream of events', () => {
  test('resumes after a cursor without a hole or a repetition', async () => {
    const guest = await createGuest(url)
    const id = await guest.converse('0')
    let cursor = guest.session.cursor
    const told: string[] = []
    for (const round of ['1', '2', '3']) {
      const events = await guest.listen(cursor)
      await guest.say(id, `${round} live`)
      await events.until(says(`${round} live`))
      cursor = events.cursor() ?? cursor
      told.push(...texts(events))
      events.close()
      await guest.say(id, `${round} away`)
    }
    const last = await guest.listen(cursor)
    onTestFinished(last.close)
    await last.until(says('3 away'))
    told.push(...texts(last))
    expect(told).toEqual(['0', '1 live', '1 away', '2 live', '2 away', '3 live', '3 away'])
  })

  test('begins with a gap when the cursor is foreign, and tells what comes after', async () => {
    const guest = await createGuest(url)
    const id = await guest.converse('before')
    const events = await guest.listen('foreign.3')
    onTestFinished(events.close)
    await guest.say(id, 'after')
    await events.until(says('after'))
    expect(events.events[0]).toEqual({ type: 'gap', reason: 'expired' })
    expect(texts(events)).toEqual(['after'])
  })

  test('begins with a gap when the cursor is older than what is kept', async () => {
    const small = await startTestServer(onTestFinished, { retention: { events: 3 } })
    const guest = await createGuest(small.url)
    await guest.converse('1')
    await guest.converse('2')
    const again = await small.restart()
    await expect
      .poll(
        async () =>
          (await createGuest(again.url, { visitor: guest.session.visitor, cursor: guest.session.cursor })).session
            .resumed,
        patience,
      )
      .toBe(false)
    const back = await createGuest(again.url, { visitor: guest.session.visitor })
    const events = await back.listen(guest.session.cursor)
    onTestFinished(events.close)
    await events.until((event) => event.type === 'gap')
  })

  test('says that it lives while nothing happens', async () => {
    const guest = await createGuest(url)
    const events = await guest.listen()
    onTestFinished(events.close)
    await expect.poll(() => events.comments, patience).toEqual(expect.arrayContaining(['open', 'keep-alive']))
  })

  test('pages through more than one read', async () => {
    const guest = await createGuest(url)
    const id = await guest.converse('0')
    for (let batch = 0; batch < 8; batch += 1)
      await Promise.all(Array.from({ length: 20 }, (_, at) => guest.say(id, `${batch}-${at}`)))
    const events = await guest.listen()
    onTestFinished(events.close)
    await guest.say(id, 'last')
    await events.until(says('last'))
    expect(texts(events)).toHaveLength(162)
  })

  test('ends when the server closes', async () => {
    const other = await startTestServer(onTestFinished)
    const guest = await createGuest(other.url)
    const events = await guest.listen()
    await other.close()
    await events.ended
  })
})

describe('a long poll', () => {
  const poll = async (guest: Awaited<ReturnType<typeof createGuest>>, after: string, wait: number) => {
    const response = await fetch(`${url}/v1/events?after=${after}&wait=${wait}`, { headers: guest.headers })
    return (await response.json()) as EventsFrame
  }

  test('answers at once when there is something', async () => {
    const guest = await createGuest(url)
    await guest.converse('Hello')
    const frame = await poll(guest, guest.session.cursor, 20)
    expect(frame.events.map(({ type }) => type)).toContain('message-added')
    expect(await poll(guest, frame.cursor, 0)).toEqual({ events: [], cursor: frame.cursor })
  })

  test('waits for what comes', async () => {
    const guest = await createGuest(url)
    const waiting = poll(guest, guest.session.cursor, 20)
    await guest.converse('Hello')
    expect((await waiting).events[0]?.type).toBe('conversation-changed')
  })
})

describe('live news', () => {
  test('typing goes to the other side, by name, and only for one’s own conversation', async () => {
    const guest = await createGuest(url)
    const stranger = await createGuest(url)
    const id = await guest.converse('Hello')
    const agent = await createTestAgent(url, await server.createSignInLink({ name: 'Mira' }))
    const [toGuest, toStranger, toAgent] = await Promise.all([guest.listen(), stranger.listen(), agent.listen()])
    for (const reader of [toGuest, toStranger, toAgent]) onTestFinished(reader.close)
    const hint = { type: 'typing', conversationId: id, typing: true }
    expect((await stranger.post('/hints', hint)).status).toBe(404)
    expect((await agent.post('/hints', hint)).status).toBe(204)
    expect((await guest.post('/hints', { hints: [hint, { type: 'of-the-future' }] })).status).toBe(204)
    const typing = (event: AnyEvent) => event.type === 'typing-changed'
    expect(await toGuest.until(typing)).toMatchObject({
      conversationId: id,
      typing: true,
      author: { kind: 'agent', name: 'Mira' },
    })
    expect(await toAgent.until(typing)).toMatchObject({ author: { kind: 'visitor', id: guest.id } })
    expect(toAgent.events.filter(typing)).toHaveLength(1)
    expect(toStranger.events.filter(typing)).toEqual([])
  })

  test('visitors learn whether somebody is there; agents learn it of visitors who have written', async () => {
    const own = await startTestServer(onTestFinished, {
      presenceGraceMs: 10,
      apps: [{ id: 'default', replyTime: 'within 2 hours' }],
    })
    const guest = await createGuest(own.url)
    const events = await guest.listen()
    onTestFinished(events.close)
    const presence = (online: boolean) => (event: AnyEvent) =>
      event.type === 'presence-changed' && event.online === online
    expect(await events.until(presence(false))).toEqual({
      type: 'presence-changed',
      online: false,
      replyTime: 'within 2 hours',
    })
    const agent = await createTestAgent(own.url, await own.createSignInLink())
    const inbox = await agent.listen()
    await events.until(presence(true))
    await guest.converse('Hello')
    const second = await createGuest(own.url)
    const secondEvents = await second.listen()
    secondEvents.close()
    await inbox.until(
      (event) => event.type === 'visitor-changed' && event.visitor.id === guest.id && event.visitor.online,
    )
    events.close()
    await inbox.until(
      (event) => event.type === 'visitor-changed' && event.visitor.id === guest.id && !event.visitor.online,
    )
    expect(inbox.events.some((event) => event.type === 'visitor-changed' && event.visitor.id === second.id)).toBe(false)
    const again = await guest.listen()
    onTestFinished(again.close)
    inbox.close()
    await again.until(presence(true))
    await again.until((event) => event.type === 'presence-changed' && !event.online)
  })

  test('visitors learn when they are answered, by their plan and stage', async () => {
    const rules = [
      { plan: 'pro', withinMinutes: 10 },
      { stage: 'new', withinMinutes: 30 },
    ]
    const { url } = await startTestServer(onTestFinished, {
      apps: [{ id: 'default', reply: { withinMinutes: 120, rules } }],
    })
    const told = async (update: object) => {
      const guest = await createGuest(url)
      await guest.command('visitor-update', update)
      const events = await guest.listen()
      onTestFinished(events.close)
      const event = await events.until((each) => each.type === 'presence-changed')
      return event.type === 'presence-changed' ? event.reply : undefined
    }
    expect(await told({ traits: { plan: 'pro' } })).toEqual({ withinMinutes: 10 })
    expect(await told({ traits: { plan: 'free' } })).toEqual({ withinMinutes: 30 })
    expect(await told({ context: { stage: 'established' } })).toEqual({ withinMinutes: 120 })
  })

  test('the page a visitor is on reaches the agents', async () => {
    const guest = await createGuest(url)
    await guest.converse('Hello')
    const agent = await createTestAgent(url, await server.createSignInLink())
    await guest.post('/hints', { type: 'page', url: 'https://app.example/invoices', title: 'Invoices' })
    expect(await agent.query('visitor', { visitorId: guest.id })).toMatchObject({
      context: { url: 'https://app.example/invoices', title: 'Invoices' },
    })
  })
})
