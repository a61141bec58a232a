import { openInboxAt } from '../../support/agent.ts'
import { expect, test, widget, write } from '../../support/test.ts'
import { addresses, hostileValues, longTexts, texts } from '../corpus/index.ts'
import { agentParts, visitorParts, wellFormed } from '../support/hostile-parts.ts'
import { recordIntrusions } from '../support/intrusions.ts'
import { createVisitorApi } from '../support/visitor-api.ts'

/** Nobody types the others, and the server refuses them. */
const isSayable = (text: string): boolean => text.trim() !== '' && !text.includes('\0')
const hostile = [...texts, ...addresses].filter(isSayable)
/** So many in one conversation: with the answer to each, fewer messages than are drawn at once. */
const perConversation = 32
/** The parts of two texts fit into one message of a visitor's. */
const pairsOf = (texts: readonly string[]): readonly (readonly string[])[] =>
  texts.flatMap((_, index) => (index % 2 === 0 ? [texts.slice(index, index + 2)] : []))
const groups = Array.from({ length: Math.ceil(hostile.length / perConversation) }, (_, index) =>
  hostile.slice(index * perConversation, (index + 1) * perConversation),
)

interface Result {
  readonly ok: boolean
  readonly status?: number
  readonly ack?: { readonly result?: unknown }
}
const command = (name: string, input: object) => ({ id: crypto.randomUUID(), name, input, createdAt: Date.now() })

test('what visitors and agents say stays words, in the widget and in the inbox', async ({
  page,
  host,
  server,
  agent,
  browser,
}) => {
  test.setTimeout(120_000)
  expect(hostile.length).toBeGreaterThan(300)
  const { url } = await host()
  const isOwn = ({ origin, pathname }: URL): boolean =>
    origin === server.url || (origin === new URL(url).origin && /^\/(favicon.ico)?$/.test(pathname))
  const atVisitor = await recordIntrusions(page, isOwn)
  const visitor = createVisitorApi(page, server.url)
  const send = async (commands: readonly object[]): Promise<readonly Result[]> => {
    const { status, body } = await visitor.post('commands', JSON.stringify({ commands }))
    expect(status).toBe(200)
    return (body as { results: readonly Result[] }).results
  }
  await page.goto(url)
  // By hand, through the composer, too.
  await write(page, hostile[0] ?? '')
  const { log } = widget(page)
  await expect(log.getByText('Sent')).toBeVisible()

  const conversations: { readonly id: string; readonly said: readonly string[]; readonly count: number }[] = []
  await test.step('all of it is said', async () => {
    for (const group of groups) {
      const [text = '', other = ''] = group
      const context = {
        url: text,
        title: other,
        lastSearch: text,
        lastArticle: { id: 'x', title: text },
        stage: other,
        extra: { [text]: other },
      }
      const report = {
        url: text,
        title: text,
        userAgent: other,
        language: text,
        appVersion: other,
        errors: [{ message: text, source: other, at: 1 }],
        extra: { [text]: other },
      }
      const [started] = await send([
        command('conversation-start', {
          context,
          reason: 'bug',
          report,
          title: text.slice(0, 200),
        }),
      ])
      const id = (started?.ack?.result as { conversationId?: string } | undefined)?.conversationId ?? ''
      expect(id, JSON.stringify(started)).not.toBe('')
      const pairs = pairsOf(group)
      const bySelf = await send(
        pairs.map((pair) => command('message-send', { to: { id }, parts: pair.flatMap(visitorParts) })),
      )
      const byAgent = await agent.perform(
        group.map((each) => command('message-send', { conversationId: id, parts: agentParts(each) })),
      )
      await send([
        command('conversation-rate', { to: { id }, score: 1, comment: text }),
        command('visitor-update', {
          name: text,
          email: '"><img/src=x/onerror=pwned()>@evil.test',
          traits: { [other]: text },
        }),
      ])
      const results: readonly Result[] = [...bySelf, ...byAgent]
      expect(results.filter(({ ok, status = 200 }) => !ok && status >= 500)).toEqual([])
      const said = pairs.flatMap((pair, index) => (bySelf[index]?.ok ? pair : []))
      conversations.push({ id, said, count: results.filter(({ ok }) => ok).length })
    }
    expect(conversations.flatMap(({ said }) => said)).toEqual(hostile)
  })

  await test.step('the visitor sees words', async () => {
    for (const { id, said, count } of conversations) {
      await page.evaluate((id) => {
        const { Docent } = window as unknown as { Docent: (...call: string[]) => void }
        Docent('open', 'chat', id)
      }, id)
      await expect(log.locator('.bubble')).toHaveCount(count)
      await expect(log.getByRole('textbox')).not.toHaveCount(0)
      const words = wellFormed(await log.evaluate((element) => element.textContent ?? ''))
      expect(said.filter((text) => !words.includes(wellFormed(text)))).toEqual([])
      expect(await atVisitor.look()).toEqual([])
    }
  })

  await test.step('the agent sees words', async () => {
    const inbox = await (await browser.newContext()).newPage()
    const atAgent = await recordIntrusions(inbox, ({ origin }) => origin === server.url)
    await openInboxAt(inbox, server.url, agent)
    const thread = inbox.getByRole('log', { name: 'Messages' })
    for (const { id, said, count } of conversations) {
      await inbox.locator(`a[href$="/c/${id}"]`).first().click()
      await expect(thread.locator('.bubble').nth(count - 1)).toBeAttached()
      const words = wellFormed(await thread.evaluate((element) => element.textContent ?? ''))
      expect(said.filter((text) => !words.includes(wellFormed(text)))).toEqual([])
      expect(await atAgent.look()).toEqual([])
    }
    await inbox.context().close()
  })
})

test('the longest and the strangest is drawn in no time, and what is too much is refused', async ({
  page,
  host,
  server,
  agent,
}) => {
  test.setTimeout(90_000)
  const { url } = await host()
  const atVisitor = await recordIntrusions(page, ({ origin }) => [server.url, new URL(url).origin].includes(origin))
  const visitor = createVisitorApi(page, server.url)
  await page.goto(url)
  await write(page, 'Hello')
  const { log } = widget(page)
  await expect(log.getByText('Sent')).toBeVisible()
  const [conversation] = await agent.conversations()
  const conversationId = conversation?.id ?? ''

  await test.step('every long text', async () => {
    const parts = (text: string) => [{ type: 'text', text, format: 'markdown' }]
    const results = await agent.perform(
      longTexts
        .filter((text) => text.trim())
        .map((text) => command('message-send', { conversationId, parts: parts(text) })),
    )
    expect(results.filter(({ ok }) => !ok)).toEqual([])
    await agent.reply('The end of it')
    await expect(log.getByText('The end of it')).toBeVisible()
    expect(await atVisitor.look()).toEqual([])
  })

  await test.step('every value', async () => {
    for (const value of hostileValues) {
      const parts = `[{"type":"custom","name":"x","data":${value},"fallback":"a value"}]`
      const body = `{"commands":[{"id":"${crypto.randomUUID()}","name":"message-send","createdAt":1,"input":{"to":{"id":"${conversationId}"},"parts":${parts}}},
        {"id":"${crypto.randomUUID()}","name":"visitor-update","createdAt":1,"input":{"traits":{"x":${value}},"context":{"extra":{"x":${value}}}}},
        {"id":"${crypto.randomUUID()}","name":"events-record","createdAt":1,"input":{"events":[{"name":"x","at":1,"data":${value}}]}},
        {"id":"${crypto.randomUUID()}","name":"visitor-state-put","createdAt":1,"input":{"entries":[{"key":"__proto__","value":${value},"merge":"last","changedAt":1}]}}]}`
      const { status, body: answer } = await visitor.post('commands', body)
      expect(status, value).toBe(200)
      const { results } = answer as { results: readonly Result[] }
      expect(
        results.filter(({ ok, status: each = 200 }) => !ok && each >= 500),
        value,
      ).toEqual([])
    }
    await agent.reply('And the end of that')
    await expect(log.getByText('And the end of that')).toBeVisible()
    expect(await atVisitor.look()).toEqual([])
  })

  await test.step('the server says no, and goes on', async () => {
    const send = (parts: string): string =>
      `{"commands":[{"id":"${crypto.randomUUID()}","name":"message-send","createdAt":1,"input":{"to":{"id":"${conversationId}"},"parts":${parts}}}]}`
    const text = (length: number): string => send(`[{"type":"text","text":"${'x'.repeat(length)}","format":"plain"}]`)
    const nested = (depth: number): string => `${'['.repeat(depth)}${']'.repeat(depth)}`
    const bodies = [
      ...[
        '',
        '{',
        'null',
        '[]',
        '1',
        '"x"',
        '{}',
        '{"commands":null}',
        '{"commands":{}}',
        '{"commands":[null]}',
        '{"commands":[1,[]]}',
      ],
      ...[
        '{"commands":[{}]}',
        '{"commands":[{"id":1,"name":1}]}',
        '{"commands":[{"id":"x","name":"__proto__","input":{}}]}',
      ],
      ...[
        '{"commands":[{"id":"x","name":"constructor","input":{}}]}',
        `{"commands":${nested(50_000)}}`,
        '\u0000',
        '\uFEFF{}',
      ],
      `{"commands":[${Array(5000).fill('{}')}]}`,
      ...[text(10_001), text(70_000), text(3_000_000), send('[]'), send('null'), send(nested(20_000))],
      send(`[${Array(11).fill('{"type":"text","text":"x","format":"plain"}')}]`),
      send(`[{"type":"custom","name":"x","fallback":"x","data":${nested(20_000)}}]`),
      ...['"html"', '"script"', '"__proto__"', 'null', '1', '{}'].map((type) => send(`[{"type":${type},"text":"x"}]`)),
    ]
    for (const body of bodies) {
      const { status, body: answer } = await visitor.post('commands', body)
      const results = (answer as { results?: readonly Result[] } | undefined)?.results ?? []
      const worst = Math.max(status, ...results.map((each) => each.status ?? 200))
      expect(worst, body.slice(0, 100)).toBeGreaterThanOrEqual(400)
      expect(worst, body.slice(0, 100)).toBeLessThan(500)
    }
    await write(page, 'Still here?')
    await expect.poll(async () => (await agent.conversations())[0]?.excerpt).toBe('Still here?')
    expect(await atVisitor.look()).toEqual([])
  })
})
