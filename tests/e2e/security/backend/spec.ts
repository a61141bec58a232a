import type { Page, Route } from '@playwright/test'
import { openInboxAt } from '../../support/agent.ts'
import { expect, test, widget } from '../../support/test.ts'
import { addresses, brokenFrames, brokenMessages, hostileValues } from '../corpus/index.ts'
import { addressedParts } from '../support/hostile-parts.ts'
import { recordIntrusions } from '../support/intrusions.ts'

const author = { kind: 'agent', name: 'Mara' }
const messageOf = (order: number, parts: readonly object[], more: object = {}): string =>
  JSON.stringify({
    ...{
      id: `m${order}`,
      conversationId: 'c1',
      author,
      parts,
      sentAt: 1_764_000_000_000,
      order,
      revision: 1,
      state: 'done',
    },
    ...more,
  })
const words = (text: string) => [{ type: 'text', text, format: 'plain' }]

/** As the history has them, oldest first: with an address wherever there may be one, with any data, and broken. */
const history: readonly string[] = [
  ...addresses.map((address, index) =>
    messageOf(index + 100, addressedParts(address), { author: { ...author, avatarUrl: `javascript:${address}` } }),
  ),
  ...hostileValues.map((value, index) =>
    messageOf(index + 300, [{ type: 'custom', name: 'x', data: 0, fallback: 'a value' }]).replace(
      '"data":0',
      `"data":${value}`,
    ),
  ),
  ...brokenMessages,
]
const lastOf = (text: string): string => messageOf(1000, words(text))

/** A server that lies: sessions are real, what it says is not. */
async function lie(page: Page, prefix: string, conversation: object): Promise<void> {
  const answer = (body: string) => (route: Route) =>
    route.fulfill({ status: 200, contentType: 'application/json', body })
  const items = (of: readonly string[]): string => `{"output":{"items":[${of}]}}`
  await page.route(`**${prefix}/queries/conversations`, answer(items([JSON.stringify(conversation)])))
  let asked = 0
  await page.route(`**${prefix}/queries/messages`, (route) => {
    // A page at a time, newest first, as a server has it.
    const { older = '0' } = route.request().postDataJSON() as { older?: string }
    const from = Number(older)
    const page = [lastOf('The newest of all'), ...[...history].reverse()].slice(from, from + 50)
    const more = from + 50 <= history.length ? `,"older":"${from + 50}"` : ''
    return answer(`{"output":{"items":[${page}]${more}}}`)(route)
  })
  await page.route(`**${prefix}/events?*`, async (route) => {
    // The first stream says it all; those after it are silent.
    if (asked++ > 0) return
    const live = messageOf(1001, words('Still here'))
    const frames = [
      ...brokenFrames,
      ...history.map((message) => `{"events":[{"type":"message-added","message":${message}}],"cursor":"x.1"}`),
      `{"events":[{"type":"message-added","message":${live}}],"cursor":"x.2"}`,
    ]
    const body = `: hello\n\n${frames.map((frame) => `data: ${frame}\n\n`).join('')}`
    await route.fulfill({ status: 200, contentType: 'text/event-stream', body })
  })
}

test('a backend that lies gets words onto the visitor’s screen, and nothing else', async ({ page, host, server }) => {
  test.setTimeout(90_000)
  const { url } = await host()
  const isOwn = ({ origin, pathname }: URL): boolean =>
    origin === server.url || (origin === new URL(url).origin && /^\/(favicon.ico)?$/.test(pathname))
  const intrusions = await recordIntrusions(page, isOwn)
  await lie(page, '/v1', {
    id: 'c1',
    status: 'open',
    canReply: true,
    unread: 1,
    startedAt: 1,
    changedAt: 2,
    excerpt: '<script>pwned()</script>',
  })
  await page.goto(url)
  const { launcher, log } = widget(page)
  await launcher.click()
  // What the backend wants to be seen opens by itself, when it likes to.
  await expect(async () => {
    await page.evaluate(() => {
      const { Docent } = window as unknown as { Docent: (...call: string[]) => void }
      Docent('open', 'chat')
    })
    await page.getByRole('button', { name: /pwned/ }).click({ timeout: 2000 })
    await expect(log.getByText('Still here')).toBeVisible({ timeout: 5000 })
  }).toPass()
  expect(await intrusions.look()).toEqual([])
  await drawAll(page, log)
  await expect(log.getByText('card').first()).toBeAttached()
  expect(await intrusions.look()).toEqual([])
})

test('a backend that lies gets words onto the agent’s screen, and nothing else', async ({ page, server, agent }) => {
  test.setTimeout(90_000)
  const intrusions = await recordIntrusions(page, ({ origin }) => origin === server.url)
  const visitor = { id: 'v1', name: '<script>pwned()</script>', verified: false }
  await lie(page, '/v1/agent', {
    ...{ id: 'c1', status: 'open', canReply: true, unread: 1, startedAt: 1, changedAt: 2, visitor, tags: [] },
    excerpt: '<script>pwned()</script>',
  })
  await openInboxAt(page, server.url, agent)
  await page.locator('a[href$="/c/c1"]').first().click()
  const thread = page.getByRole('log', { name: 'Messages' })
  await expect(thread.getByText('Still here')).toBeVisible()
  expect(await intrusions.look()).toEqual([])
  await drawAll(page, thread)
  await expect(thread.getByText('card').first()).toBeAttached()
  expect(await intrusions.look()).toEqual([])
})

/** Goes back to the beginning. */
async function drawAll(page: Page, log: ReturnType<Page['getByRole']>): Promise<void> {
  const earlier = log.getByRole('button', { name: /Earlier messages|Show earlier|earlier/i })
  for (let presses = 0; presses < 30 && (await earlier.count()) > 0; presses++) {
    await earlier
      .first()
      .click({ timeout: 2000 })
      .catch(() => undefined)
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))
  }
}
