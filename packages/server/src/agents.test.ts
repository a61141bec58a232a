import { randomUUID } from 'node:crypto'
import type { AgentConversation, Message, Page, VisitorProfile } from '@docent/protocol'
import { afterAll, describe, expect, onTestFinished, test } from 'vitest'
import type { AnyEvent } from './testing/event-reader.ts'
import { type Caller, createGuest, createTestAgent, textOf, textPart } from './testing/guest.ts'
import { startTestServer } from './testing/test-server.ts'

const ends: (() => Promise<void>)[] = []
afterAll(async () => {
  for (const end of ends.reverse()) await end()
})
const server = await startTestServer((work) => void ends.push(work), { limits: { signInsPerMinute: 1000 } })
const { url } = server
const patience = { timeout: 15_000 }
const newAgent = async (name = `Agent ${randomUUID()}`) => createTestAgent(url, await server.createSignInLink({ name }))
const reply = (agent: Caller, conversationId: string, text: string) =>
  agent.command('message-send', { conversationId, parts: [textPart(text)] })
const find = async (agent: Caller, conversationId: string) =>
  agent.query<AgentConversation>('conversation', { conversationId })
const list = async (agent: Caller, filter: object = {}) =>
  (await agent.query<Page<AgentConversation>>('conversations', { limit: 100, ...filter })).items
const says = (text: string) => (event: AnyEvent) => event.type === 'message-added' && textOf(event.message) === text

describe('visitor and agent', () => {
  test('hear each other, live and in order', async () => {
    const guest = await createGuest(url)
    const agent = await newAgent('Mira')
    const [toGuest, toAgent] = await Promise.all([guest.listen(), agent.listen()])
    for (const reader of [toGuest, toAgent]) onTestFinished(reader.close)
    const id = await guest.converse('Where are my invoices?')
    await toAgent.until(says('Where are my invoices?'))
    await reply(agent, id, 'Under Billing.')
    const event = await toGuest.until(says('Under Billing.'))
    expect(event).toMatchObject({
      message: { order: 2, author: { kind: 'agent', name: 'Mira' }, state: 'done', revision: 1 },
    })
    expect((await guest.conversations())[0]).toMatchObject({
      unread: 1,
      agent: { name: 'Mira' },
      excerpt: 'Under Billing.',
    })
    expect(await find(agent, id)).toMatchObject({ unread: 0, visitor: { id: guest.id, verified: false } })
    expect(await find(agent, id)).not.toHaveProperty('waitingSince')
  })

  test('see how far the other has read', async () => {
    const guest = await createGuest(url)
    const agent = await newAgent()
    const [toGuest, toAgent] = await Promise.all([guest.listen(), agent.listen()])
    for (const reader of [toGuest, toAgent]) onTestFinished(reader.close)
    const id = await guest.converse('Hello')
    expect(await find(agent, id)).toMatchObject({ unread: 1, waitingSince: expect.any(Number) })
    expect(await find(agent, id)).not.toHaveProperty('readByVisitor')
    await agent.command('conversation-read', { conversationId: id, upTo: 99 })
    const receipt = (event: AnyEvent) => event.type === 'receipt-changed' && event.conversationId === id
    expect(await toGuest.until(receipt)).toMatchObject({ by: 'agent', kind: 'read', upTo: 1 })
    await toGuest.until((event) => event.type === 'conversation-changed' && event.conversation.readByAgents === 1)
    await reply(agent, id, 'Hi')
    await guest.command('conversation-read', { to: { id }, upTo: 2 })
    expect(await toAgent.until(receipt)).toMatchObject({ by: 'visitor', upTo: 2 })
    const read = { conversation: { id, readByVisitor: 2 } }
    expect(
      await toAgent.until((event) => 'conversation' in event && 'readByVisitor' in event.conversation),
    ).toMatchObject(read)
    expect((await guest.conversations())[0]).toMatchObject({ unread: 0, readByAgents: 2 })
    await guest.command('conversation-read', { to: { id }, upTo: 1 })
    expect((await guest.conversations())[0]?.unread).toBe(0)
    expect(await find(agent, id)).toMatchObject({ readByVisitor: 2 })
    expect((await list(agent)).find((conversation) => conversation.id === id)).toMatchObject({ readByVisitor: 2 })
  })

  test('agents do not hear of a conversation before its first message', async () => {
    const guest = await createGuest(url)
    const agent = await newAgent()
    const { result } = await guest.command('conversation-start', {})
    const { conversationId } = result as { conversationId: string }
    expect((await list(agent)).some(({ id }) => id === conversationId)).toBe(false)
    await guest.say(conversationId, 'Hello')
    expect((await list(agent)).some(({ id }) => id === conversationId)).toBe(true)
  })
})

test('what agents do among themselves never reaches the visitor, a rating only as the conversation has it', async () => {
  const guest = await createGuest(url)
  const agent = await newAgent()
  const colleague = await newAgent()
  const [toGuest, toColleague] = await Promise.all([guest.listen(), colleague.listen()])
  for (const reader of [toGuest, toColleague]) onTestFinished(reader.close)
  const id = await guest.converse('Hello')
  const [before] = await guest.conversations()
  await agent.command('note-add', { conversationId: id, text: 'a difficult one' })
  await guest.command('conversation-rate', { to: { id }, score: 4, comment: 'fine' })
  await agent.command('conversation-tag', { conversationId: id, add: ['difficult'] })
  await agent.command('conversation-assign', { conversationId: id, agentId: agent.id })
  await agent.command('conversation-snooze', { conversationId: id, until: Date.now() + 1e6 })
  const rating = { score: 4, comment: 'fine', ratedAt: expect.any(Number) }
  expect(await guest.conversations()).toEqual([{ ...before, rating }])
  await reply(agent, id, 'the answer')
  await toGuest.until(says('the answer'))
  const everything = JSON.stringify([toGuest.events, await guest.history(id), await guest.conversations()])
  expect(everything).not.toContain('difficult')
  expect(everything).not.toContain('snoozed')
  expect((await guest.history(id)).map(textOf)).toEqual(['the answer', 'Hello'])
  const { items } = await colleague.query<Page<Message>>('messages', { conversationId: id, limit: 10 })
  expect(items.map(({ parts, author }) => [author.kind, parts[0]])).toMatchObject([
    ['agent', { type: 'text' }],
    ['system', { type: 'custom', name: 'rating', data: { score: 4, comment: 'fine' } }],
    ['agent', { type: 'custom', name: 'note', data: { text: 'a difficult one' }, fallback: 'a difficult one' }],
    ['visitor', { type: 'text' }],
  ])
  await toColleague.until((event) => event.type === 'message-added' && event.message.parts[0]?.type === 'custom')
  const forged = { type: 'custom', name: 'note', data: {}, fallback: 'x' }
  await expect(guest.command('message-send', { to: { id }, parts: [forged] })).rejects.toMatchObject({
    code: 'invalid',
  })
  await expect(agent.command('message-send', { conversationId: id, parts: [forged] })).rejects.toMatchObject({
    code: 'invalid',
  })
})

describe('the list of conversations', () => {
  test('is sorted by newest change, in pages without overlap', async () => {
    const own = await startTestServer(onTestFinished)
    const agent = await createTestAgent(own.url, await own.createSignInLink())
    const guest = await createGuest(own.url)
    const ids: string[] = []
    for (let index = 0; index < 7; index += 1) ids.unshift(await guest.converse(String(index)))
    await guest.say(ids[6] ?? '', 'again')
    const expected = [ids[6], ...ids.slice(0, 6)]
    const pages: string[][] = []
    let older: string | undefined
    do {
      const page: Page<AgentConversation> = await agent.query('conversations', { limit: 3, ...(older && { older }) })
      pages.push(page.items.map(({ id }) => id))
      older = page.older
    } while (older !== undefined)
    expect(pages.map((page) => page.length)).toEqual([3, 3, 1])
    expect(pages.flat()).toEqual(expected)
    expect((await guest.conversations()).map(({ id }) => id)).toEqual(expected)
    await expect(agent.query('conversations', { limit: 3, older: 'x' })).rejects.toMatchObject({ code: 'invalid' })
  })

  test('is filtered by status, assignee, tag and words', async () => {
    const agent = await newAgent()
    const guest = await createGuest(url)
    const word = randomUUID()
    const [open, closed, mine] = await Promise.all(
      ['a', 'b', 'c'].map((text) => guest.converse(`${text} ${word} Žluťoučký 100%`)),
    )
    await agent.command('conversation-close', { conversationId: closed })
    await agent.command('conversation-assign', { conversationId: mine, agentId: agent.id })
    await agent.command('conversation-tag', { conversationId: mine, add: ['bug', 'to "do"'], remove: ['none'] })
    const ids = async (filter: object) => (await list(agent, { text: word, ...filter })).map(({ id }) => id).sort()
    expect(await ids({})).toEqual([open, closed, mine].sort())
    expect(await ids({ status: 'closed' })).toEqual([closed])
    expect(await ids({ assignee: 'me' })).toEqual([mine])
    expect(await ids({ assignee: 'none' })).toEqual([open, closed].sort())
    expect(await ids({ assignee: agent.id, tag: 'to "do"' })).toEqual([mine])
    expect(await ids({ tag: 'bu' })).toEqual([])
    expect(await ids({ text: 'ŽLUŤOUČKÝ 100%' })).toEqual(expect.arrayContaining([mine]))
    expect(await ids({ text: 'Žluťoučký 100_' })).toEqual([])
    expect(await agent.query('search', { text: `C ${word}`, limit: 5 })).toMatchObject([
      { id: mine, tags: ['bug', 'to "do"'] },
    ])
  })

  test('is narrowed to one visitor, together with the other filters', async () => {
    const agent = await newAgent()
    const [guest, other] = await Promise.all([createGuest(url), createGuest(url)])
    const [open, closed] = [await guest.converse('one'), await guest.converse('two')]
    await other.converse('not theirs')
    await agent.command('conversation-close', { conversationId: closed })
    const ids = async (filter: object) => (await list(agent, filter)).map(({ id }) => id).sort()
    expect(await ids({ visitorId: guest.id })).toEqual([open, closed].sort())
    expect(await ids({ visitorId: guest.id, status: 'closed' })).toEqual([closed])
    expect(await ids({ visitorId: 'nobody' })).toEqual([])
    await expect(agent.query('conversations', { limit: 1, visitorId: 7 })).rejects.toMatchObject({ code: 'invalid' })
  })

  test('snoozed conversations wake by a message, and when their time comes', async () => {
    const own = await startTestServer(onTestFinished)
    const agent = await createTestAgent(own.url, await own.createSignInLink())
    const guest = await createGuest(own.url)
    const id = await guest.converse('Hello')
    const snooze = (until: number | null) => agent.command('conversation-snooze', { conversationId: id, until })
    await expect(snooze(Date.now() - 1)).rejects.toMatchObject({ code: 'invalid' })
    const until = Date.now() + 1e6
    await snooze(until)
    expect(await find(agent, id)).toMatchObject({ status: 'snoozed', snoozedUntil: until })
    await guest.say(id, 'Still there?')
    expect(await find(agent, id)).toMatchObject({ status: 'open' })
    const soon = Date.now() + 1000
    await snooze(soon)
    await expect.poll(() => Date.now(), patience).toBeGreaterThan(soon)
    const after = await own.restart()
    const again = await createTestAgent(after.url, await after.createSignInLink())
    await expect.poll(async () => (await find(again, id)).status, patience).toBe('open')
  })
})

describe('beside the thread', () => {
  test('agents see page, last article, last search and checklist progress', async () => {
    const guest = await createGuest(url)
    const agent = await newAgent()
    await guest.converse('Hello')
    const events = await agent.listen()
    onTestFinished(events.close)
    await guest.command('visitor-update', {
      name: 'Ada',
      context: { url: 'https://app.example/a', lastSearch: 'export' },
    })
    await guest.command('visitor-update', { context: { lastArticle: { id: 'x', title: 'Exports' } } })
    const progress = { title: 'Get started', done: 2, total: 5, next: 'Invite someone' }
    await guest.command('visitor-state-put', {
      entries: [{ key: 'checklist/setup/progress', value: progress, merge: 'last', changedAt: Date.now() }],
    })
    const event = await events.until((each) => each.type === 'visitor-changed' && each.visitor.checklists.length > 0)
    const profile = await agent.query<VisitorProfile>('visitor', { visitorId: guest.id })
    expect(profile).toMatchObject({
      name: 'Ada',
      verified: false,
      context: { url: 'https://app.example/a', lastSearch: 'export', lastArticle: { id: 'x', title: 'Exports' } },
      checklists: [{ id: 'setup', ...progress }],
    })
    expect(event).toMatchObject({ visitor: { checklists: profile.checklists } })
  })

  test('an agent can have a tour shown', async () => {
    const guest = await createGuest(url)
    const agent = await newAgent()
    const events = await guest.listen()
    onTestFinished(events.close)
    await agent.command('surface-request', {
      visitorId: guest.id,
      feature: 'guide',
      id: 'welcome',
      reason: 'asked for it',
    })
    expect(await events.until((event) => event.type === 'surface-requested')).toMatchObject({
      feature: 'guide',
      id: 'welcome',
    })
    const nowhere = { visitorId: 'nobody', feature: 'guide', id: 'welcome', reason: '' }
    await expect(agent.command('surface-request', nowhere)).rejects.toMatchObject({ code: 'not-found' })
  })
})

test('everything of another visitor is unknown, by whatever route', async () => {
  const owner = await createGuest(url)
  const thief = await createGuest(url)
  const start = await owner.command('conversation-start', {}, 'the-start')
  const { conversationId: id } = start.result as { conversationId: string }
  await owner.say(id, 'private')
  const before = await owner.conversations()
  const events = await thief.listen()
  onTestFinished(events.close)
  for (const to of [{ id }, { startedBy: 'the-start' }]) {
    for (const [name, input] of [
      ['message-send', { parts: [textPart('x')] }],
      ['conversation-read', { upTo: 1 }],
      ['conversation-rate', { score: 1 }],
      ['conversation-close', {}],
      ['conversation-reopen', {}],
    ] as const) {
      await expect(thief.command(name, { to, ...input }), name).rejects.toMatchObject({ code: 'not-found' })
    }
  }
  await expect(thief.history(id)).rejects.toMatchObject({ code: 'not-found' })
  await owner.say(id, 'more')
  await thief.converse('mine')
  await events.until(says('mine'))
  expect(JSON.stringify(events.events)).not.toContain(id)
  expect((await owner.conversations())[0]).toMatchObject({ id: before[0]?.id, status: 'open', excerpt: 'more' })
  expect(await thief.conversations()).toHaveLength(1)
})
