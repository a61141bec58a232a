import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Conversation, HelpIndex, HelpManifest, HelpShard, Message, MessagePart, RichText } from '@docent/protocol'
import { beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest'
import type { AnswerQuestion, BotQuestion } from './bot/bot.ts'
import { rescueFromBots } from './housekeeping.ts'
import { openStore } from './store/open-store.ts'
import { createGuest, createTestAgent, type Guest, textOf, textPart } from './testing/guest.ts'
import { describeOnBothDatabases } from './testing/on-both-databases.ts'
import { createTestFolder, startTestServer } from './testing/test-server.ts'

/** A bot that says what the test tells it to, when it tells it to. */
function createPuppet() {
  const asked: BotQuestion[] = []
  const ended: string[] = []
  let wake = () => {}
  const queue: (string | MessagePart[] | 'hand-over' | 'end' | Error)[] = []
  const answer: AnswerQuestion = async function* (question, signal) {
    asked.push(question)
    signal.addEventListener('abort', () => {
      ended.push(question.text)
      wake()
    })
    while (!signal.aborted) {
      const next = queue.shift()
      if (next === undefined) await new Promise<void>((resolve) => (wake = resolve))
      else if (next === 'end') return
      else if (next === 'hand-over') yield { type: 'hand-over' }
      else if (next instanceof Error) throw next
      else if (typeof next === 'string') yield { type: 'text', text: next }
      else yield { type: 'parts', parts: next }
    }
  }
  return {
    answer,
    asked,
    ended,
    say(...more: typeof queue) {
      queue.push(...more)
      wake()
    },
  }
}

const newest = async (guest: Guest, id: string): Promise<Message> => {
  const [message] = await guest.history(id)
  if (!message) throw new Error('no message')
  return message
}
const firstConversation = async (guest: Guest): Promise<Conversation> => {
  const [conversation] = await guest.conversations()
  if (!conversation) throw new Error('no conversation')
  return conversation
}

describeOnBothDatabases('a bot', ({ start }) => {
  const begin = async () => {
    const puppet = createPuppet()
    const server = await start(onTestFinished, {
      apps: [{ id: 'default', bot: { name: 'Scout', answer: puppet.answer } }],
    })
    const guest = await createGuest(server.url)
    const events = await guest.listen()
    onTestFinished(events.close)
    return { puppet, server, guest, events }
  }

  test('answers first, in pieces, and what it said stays', async () => {
    const { puppet, server, guest, events } = await begin()
    await guest.command('visitor-update', {
      context: { locale: 'lv', url: 'https://app.example/x' },
      traits: { plan: 'pro' },
    })
    const id = await guest.converse('Where is my invoice?')
    await vi.waitFor(() => expect(puppet.asked).toHaveLength(1))
    expect(puppet.asked[0]).toMatchObject({
      text: 'Where is my invoice?',
      locale: 'lv',
      traits: { plan: 'pro' },
      verified: false,
    })
    const started = await events.until((event) => event.type === 'message-added' && event.message.author.kind === 'bot')
    expect(started).toMatchObject({ message: { author: { name: 'Scout' }, state: 'streaming', revision: 1 } })
    puppet.say('Under ')
    const first = await events.until((event) => event.type === 'text-appended')
    expect(first).toMatchObject({ conversationId: id, part: 0, offset: 0, text: 'Under ' })
    expect(textOf(await newest(guest, id))).toBe('Under ')
    const source = { type: 'source', title: 'Invoices', url: 'https://acme.example/help' } as const
    puppet.say('**Invoices**.', [source], 'end')
    const done = await events.until((event) => event.type === 'message-changed')
    const parts = [{ type: 'text', text: 'Under **Invoices**.', format: 'markdown' }, source]
    expect(done).toMatchObject({ message: { parts, state: 'done', revision: 2 } })
    expect(await newest(guest, id)).toMatchObject({ parts, state: 'done' })
    expect(await firstConversation(guest)).toMatchObject({ bot: true, unread: 1, excerpt: 'Under Invoices. Invoices' })
    const agent = await createTestAgent(server.url, await server.createSignInLink())
    expect(await agent.query('conversation', { conversationId: id })).toMatchObject({ bot: true })
  })

  test('is stopped by the visitor: what it said stays', async () => {
    const { puppet, guest, events } = await begin()
    const id = await guest.converse('Tell me everything')
    puppet.say('It all began')
    await events.until((event) => event.type === 'text-appended')
    const { id: messageId } = await newest(guest, id)
    await guest.command('answer-stop', { to: { id }, messageId })
    expect(await newest(guest, id)).toMatchObject({ state: 'stopped', parts: [{ text: 'It all began' }] })
    await vi.waitFor(() => expect(puppet.ended).toEqual(['Tell me everything']))
    puppet.say(' long ago')
    expect(textOf(await newest(guest, id))).toBe('It all began')
  })

  test('hands over when it wants to, when the visitor wants to, and when a person answers', async () => {
    const { puppet, server, guest } = await begin()
    const agent = await createTestAgent(server.url, await server.createSignInLink())
    const isBot = async (id: string) => (await guest.conversations()).find((each) => each.id === id)?.bot ?? false
    const one = await guest.converse('one')
    puppet.say('I pass you on', 'hand-over', 'end')
    await vi.waitFor(async () => expect(await isBot(one)).toBe(false))
    expect(await agent.query('conversation', { conversationId: one })).toMatchObject({
      waitingSince: expect.any(Number),
    })
    const two = await guest.converse('two')
    await vi.waitFor(() => expect(puppet.asked).toHaveLength(2))
    await guest.command('person-request', { to: { id: two } })
    expect(await isBot(two)).toBe(false)
    const three = await guest.converse('three')
    await vi.waitFor(() => expect(puppet.asked).toHaveLength(3))
    await agent.command('message-send', { conversationId: three, parts: [textPart('I am here')] })
    expect(await isBot(three)).toBe(false)
    for (const id of [one, two, three]) await guest.say(id, 'and now?')
    expect(puppet.asked.map(({ text }) => text)).toEqual(['one', 'two', 'three'])
  })

  test('that fails, or ends with its server, leaves nobody without an answer', async () => {
    const { puppet, server, guest } = await begin()
    const id = await guest.converse('Hello')
    puppet.say('Well', new Error('model down'))
    await vi.waitFor(async () => expect((await firstConversation(guest)).bot).toBeUndefined())
    expect(await newest(guest, id)).toMatchObject({ state: 'failed', parts: [{ text: 'Well' }] })
    const other = await guest.converse('Again')
    await vi.waitFor(async () => expect((await newest(guest, other)).state).toBe('streaming'))
    const store = await openStore({ url: server.databaseUrl, log: () => {} })
    onTestFinished(store.close)
    await rescueFromBots(store)
    expect((await newest(guest, other)).state).toBe('streaming')
    await rescueFromBots(store, Date.now() + 10 * 60_000)
    expect((await newest(guest, other)).state).toBe('stopped')
    expect((await firstConversation(guest)).bot).toBeUndefined()
  })

  test('is asked anew when the visitor goes on, and not at all about a bug', async () => {
    const { puppet, guest } = await begin()
    const id = await guest.converse('first')
    await vi.waitFor(() => expect(puppet.asked).toHaveLength(1))
    await guest.say(id, 'second')
    await vi.waitFor(() => expect(puppet.asked.map(({ text }) => text)).toEqual(['first', 'second']))
    const { result } = await guest.command('conversation-start', {
      reason: 'bug',
      report: { url: 'https://app.example/' },
    })
    const { conversationId } = result as { conversationId: string }
    await guest.say(conversationId, 'It broke')
    expect((await guest.conversations()).find((each) => each.id === conversationId)?.bot).toBeUndefined()
  })
})

describe('the bot of the help centre', () => {
  let helpDir = ''
  const articles: Record<string, { title: string; lead: string; headings: string[]; body: RichText }> = {
    invoice: {
      title: 'Send an invoice',
      lead: 'How invoices reach your clients.',
      headings: ['By e-mail', 'Reminders'],
      body: [
        { type: 'paragraph', children: ['How invoices reach your clients.'] },
        { type: 'heading', level: 2, id: 'reminders', children: ['Reminders'] },
        { type: 'paragraph', children: ['A reminder goes out after ', { type: 'strong', children: ['7 days'] }, '.'] },
        { type: 'list', ordered: true, items: [{ children: ['Open Settings'] }, { children: ['Choose Reminders'] }] },
      ],
    },
    team: {
      title: 'Invite your team',
      lead: 'Colleagues and roles.',
      headings: [],
      body: [{ type: 'paragraph', children: ['Colleagues and roles.'] }],
    },
    money: {
      title: 'Bank accounts',
      lead: 'How the money reaches you.',
      headings: [],
      body: [{ type: 'paragraph', children: ['Add an IBAN.'] }],
    },
    vat: {
      title: 'VAT rates we know',
      lead: 'The rates you can choose from.',
      headings: ['European Union'],
      body: [
        { type: 'paragraph', children: ['The rates you can choose from.'] },
        { type: 'heading', level: 2, id: 'european-union', children: ['European Union'] },
        {
          type: 'table',
          align: [null, null],
          head: [['Country'], ['Standard'], ['Reduced']],
          rows: [
            [['France'], ['20%'], ['10%']],
            [['Germany'], ['19%'], ['7%']],
          ],
        },
      ],
    },
  }
  beforeAll(async () => {
    helpDir = await createTestFolder(() => {}, 'help')
    const manifest: HelpManifest = {
      format: 1,
      version: 'v1',
      defaultLocale: 'en',
      locales: { en: { count: 4, index: 'index.json', shards: ['shard.json'] } },
    }
    const entry = { category: 'c', keywords: [], level: 'basic', pages: [], minutes: 1, shard: 0 } as const
    const index: HelpIndex = {
      categories: [{ id: 'c', title: 'All' }],
      articles: Object.entries(articles).map(([id, { title, lead, headings }]) => ({
        ...entry,
        id,
        title,
        lead,
        headings,
      })),
    }
    const shard: HelpShard = {
      articles: Object.fromEntries(Object.entries(articles).map(([id, { body }]) => [id, body])),
    }
    for (const [name, value] of Object.entries({ 'manifest.json': manifest, 'index.json': index, 'shard.json': shard }))
      await writeFile(join(helpDir, name), JSON.stringify(value))
  })
  const ask = async (text: string) => {
    const server = await startTestServer(onTestFinished, { apps: [{ id: 'default', helpDir, bot: true }] })
    const guest = await createGuest(server.url)
    const id = await guest.converse(text)
    const answer = await vi.waitFor(async () => {
      const message = await newest(guest, id)
      expect(message).toMatchObject({ author: { kind: 'bot' }, state: 'done' })
      return message
    })
    return { guest, id, answer }
  }

  test('quotes the passage that answers, names the article and asks whether it helped', async () => {
    const { guest, id, answer } = await ask('When do reminders go out?')
    expect(textOf(answer)).toBe(
      'From our article “Send an invoice”:\n\n**Reminders**\n\nA reminder goes out after **7 days**.\n\n1. Open Settings\n2. Choose Reminders',
    )
    expect(answer.parts[1]).toEqual({ type: 'article', articleId: 'invoice', title: 'Send an invoice' })
    await guest.command('message-answer', { to: { id }, messageId: answer.id, value: 'solved' })
    const [said, asked] = await guest.history(id)
    expect(textOf(said ?? answer)).toBe('That solved it')
    expect(asked?.answer).toEqual({ value: 'solved', answeredAt: expect.any(Number) })
    expect(await firstConversation(guest)).toMatchObject({ bot: true, rating: { solved: true } })
    await expect(
      guest.command('message-answer', { to: { id }, messageId: answer.id, value: 'person' }),
    ).rejects.toMatchObject({ code: 'invalid' })
  })

  test('finds what stands in the text alone, and of a table the row that was asked for', async () => {
    const { answer } = await ask('VAT rate in Germany?')
    expect(textOf(answer)).toBe(
      'From our article “VAT rates we know”:\n\n**European Union**\n\n- **Germany** · Standard: 19% · Reduced: 7%',
    )
  })

  test('hands over at the press of a button', async () => {
    const { guest, id, answer } = await ask('invite my team')
    await guest.command('message-answer', { to: { id }, messageId: answer.id, value: 'person' })
    expect((await firstConversation(guest)).bot).toBeUndefined()
    expect(textOf(await newest(guest, id))).toBe('Talk to a person')
  })

  test.each(['What is the weather on the moon?', 'I want to talk to a human'])('hands over: %s', async (text) => {
    const { guest, answer } = await ask(text)
    expect(answer.parts).toHaveLength(1)
    await vi.waitFor(async () => expect((await firstConversation(guest)).bot).toBeUndefined())
  })

  test('is refused at the start where there is no help centre', async () => {
    await expect(startTestServer(onTestFinished, { apps: [{ id: 'default', bot: true }] })).rejects.toMatchObject({
      code: 'option-invalid',
    })
  })
})
