import { randomUUID } from 'node:crypto'
import type { AgentConversation, BugReport, MessagePart, Page, ShowableSurface, Transcript } from '@docent/protocol'
import { expect, onTestFinished, test } from 'vitest'
import { createGuest, createTestAgent, textOf, textPart } from './testing/guest.ts'
import { describeOnBothDatabases } from './testing/on-both-databases.ts'
import { startTestServer } from './testing/test-server.ts'

const report: BugReport = {
  url: 'https://app.example/invoices',
  userAgent: 'Firefox',
  viewport: { widthPx: 1280, heightPx: 720, pixelRatio: 2 },
  appVersion: '4.2.0',
  errors: [{ message: 'x is undefined', source: 'app.js:1:2', at: 5 }],
}

describeOnBothDatabases('the other side of chat', ({ start }) => {
  test('reasons and bug reports stand beside the thread', async () => {
    const { url, createSignInLink } = await start(onTestFinished)
    const guest = await createGuest(url)
    const agent = await createTestAgent(url, await createSignInLink())
    const { result } = await guest.command('conversation-start', { reason: 'bug', report })
    const { conversationId } = result as { conversationId: string }
    await guest.say(conversationId, 'It broke')
    await guest.converse('Just a question')
    const list = async (reason: string) => {
      const page = await agent.query<Page<AgentConversation>>('conversations', { reason, limit: 10 })
      return page.items.map(({ id }) => id)
    }
    expect(await agent.query('conversation', { conversationId })).toMatchObject({ reason: 'bug', report })
    expect(await list('bug')).toEqual([conversationId])
    await agent.command('conversation-classify', { conversationId, reason: 'confusing' })
    expect([await list('bug'), await list('confusing')]).toEqual([[], [conversationId]])
    const own = (await guest.conversations()).find(({ id }) => id === conversationId)
    expect(own).toMatchObject({ reason: 'confusing' })
    expect(own).not.toHaveProperty('report')
    await agent.command('conversation-classify', { conversationId, reason: null })
    expect(await agent.query('conversation', { conversationId })).not.toHaveProperty('reason')
  })

  test('an agent writes first', async () => {
    const { url, createSignInLink } = await start(onTestFinished)
    const guest = await createGuest(url)
    const agent = await createTestAgent(url, await createSignInLink())
    const first = await guest.converse('Hello')
    const { visitor } = await agent.query<AgentConversation>('conversation', { conversationId: first })
    const parts = [textPart('Shall we go through it together?')]
    const id = randomUUID()
    const { result } = await agent.command('conversation-start', { visitorId: visitor.id, parts }, id)
    const { conversationId } = result as { conversationId: string }
    expect(await agent.command('conversation-start', { visitorId: visitor.id, parts }, id)).toMatchObject({
      ...{ duplicate: true, result: { conversationId } },
    })
    const [newest] = await guest.conversations()
    expect(newest).toMatchObject({ id: conversationId, unread: 1, excerpt: 'Shall we go through it together?' })
    expect((await guest.history(conversationId)).map(textOf)).toEqual(['Shall we go through it together?'])
    await guest.say(conversationId, 'Yes')
    const unknown = agent.command('conversation-start', { visitorId: 'nobody', parts })
    await expect(unknown).rejects.toMatchObject({ code: 'not-found' })
  })

  test('choices, cards and forms are answered once, and the answer is said', async () => {
    const { url, createSignInLink } = await start(onTestFinished)
    const guest = await createGuest(url)
    const agent = await createTestAgent(url, await createSignInLink())
    const conversationId = await guest.converse('Hello')
    const ask = async (part: MessagePart) => {
      const { result } = await agent.command('message-send', { conversationId, parts: [part] })
      return (result as { messageId: string }).messageId
    }
    const answer = (messageId: string, value: unknown, id?: string) =>
      guest.command('message-answer', { to: { id: conversationId }, messageId, value }, id)
    const inbox = await agent.listen()
    onTestFinished(inbox.close)
    const choice = await ask({ type: 'choices', once: true, options: [{ value: 'a', label: 'Plan A' }] })
    await expect(answer(choice, 'b')).rejects.toMatchObject({ code: 'invalid' })
    const id = randomUUID()
    await answer(choice, 'a', id)
    expect(await answer(choice, 'a', id)).toMatchObject({ duplicate: true })
    await expect(answer(choice, 'a')).rejects.toThrow(/answered already/)
    const [said, asked] = await guest.history(conversationId)
    expect(said).toMatchObject({ author: { kind: 'visitor' }, commandId: id, parts: [{ text: 'Plan A' }] })
    expect(asked).toMatchObject({ id: choice, revision: 2, answer: { value: 'a' } })
    await inbox.until((event) => event.type === 'message-changed' && event.message.answer?.value === 'a')

    const fields = [
      { name: 'mail', label: 'E-mail', kind: 'email', required: true },
      { name: 'size', label: 'Size', kind: 'select', required: true, options: ['S', 'L'] },
      { name: 'stars', label: 'Stars', kind: 'rating', required: false },
    ] as const
    const form = await ask({ type: 'form', fields })
    const good = { mail: 'a@b.example', size: 'L' }
    for (const bad of [
      {},
      { ...good, mail: 'a' },
      { ...good, size: 'M' },
      { ...good, stars: 9 },
      { ...good, x: 1 },
      'L',
    ]) {
      await expect(answer(form, bad)).rejects.toMatchObject({ code: 'invalid' })
    }
    await answer(form, good)
    const [filled] = await guest.history(conversationId)
    expect(filled && textOf(filled)).toBe('E-mail: a@b.example\nSize: L')
    const actions = [
      { label: 'Yes', value: 'y' },
      { label: 'Site', url: 'https://acme.example' },
    ]
    const card = await ask({ type: 'card', title: 'Ready?', actions })
    await answer(card, 'y')
    await expect(answer(card, 'https://acme.example')).rejects.toMatchObject({ code: 'invalid' })
    const own = (await guest.history(conversationId)).find(({ author }) => author.kind === 'visitor')
    await expect(answer(own?.id ?? '', 'y')).rejects.toMatchObject({ code: 'invalid' })
  })

  test('a transcript is the thread in words, without notes', async () => {
    const { url, createSignInLink } = await start(onTestFinished)
    const guest = await createGuest(url)
    const agent = await createTestAgent(url, await createSignInLink({ name: 'Mira' }))
    const conversationId = await guest.converse('Hello')
    await agent.command('note-add', { conversationId, text: 'secret' })
    await agent.command('message-send', { conversationId, parts: [textPart('Hi!')] })
    const { name, text } = await guest.query<Transcript>('transcript', { conversationId, timeZone: 'Europe/Riga' })
    expect(name).toMatch(/^conversation-\d{4}-\d\d-\d\d\.txt$/)
    expect(text.replaceAll(/\d{4}-\d\d-\d\d( \d\d:\d\d)?/g, '@')).toBe(
      'Hello\n@, times in Europe/Riga\n\n@ You:\nHello\n\n@ Mira:\nHi!\n',
    )
    const stranger = await createGuest(url)
    await expect(stranger.query('transcript', { conversationId })).rejects.toMatchObject({ code: 'not-found' })
    const theirs = await agent.query<Transcript>('transcript', { conversationId, timeZone: 'nowhere' })
    expect(theirs.text).toMatch(/times in UTC[\s\S]*Visitor:\nHello/)
  })
})

test('agents see what they can have shown', async () => {
  const surfaces = [{ feature: 'guide', id: 'welcome', title: 'Welcome tour' }]
  const { url, createSignInLink } = await startTestServer(onTestFinished, { apps: [{ id: 'default', surfaces }] })
  const agent = await createTestAgent(url, await createSignInLink())
  expect(await agent.query<readonly ShowableSurface[]>('surfaces')).toEqual(surfaces)
})
