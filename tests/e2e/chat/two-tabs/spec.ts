import type { Page } from '@playwright/test'
import { expect, test, widget, write } from '../../support/test.ts'

/** The addresses of what a tab asks the server for, as they are asked. */
function watchRequests(page: Page): readonly string[] {
  const paths: string[] = []
  page.on('request', (request) => void paths.push(new URL(request.url()).pathname))
  return paths
}

/** Opens the conversation that begins with the text, in a tab that has just come to the page. */
async function openConversation(page: Page, url: string, text: string): Promise<void> {
  await page.goto(url)
  const { launcher, log } = widget(page)
  await launcher.click()
  const card = page.getByRole('button', { name: new RegExp(text) })
  // What is unread opens by itself.
  await expect(log.or(card).first()).toBeVisible()
  if (!(await log.isVisible())) await card.click()
  await expect(log.getByText(text)).toBeVisible()
}

test('two tabs have one connection, and each shows what the other writes and the team answers', async ({
  page,
  context,
  host,
  agent,
}) => {
  const { url } = await host()
  const other = await context.newPage()
  const asked = watchRequests(other)
  await page.goto(url)
  await write(page, 'From the first tab')
  await expect(widget(page).log.getByText('Sent')).toBeVisible()
  await openConversation(other, url, 'From the first tab')
  await agent.reply('I see you.')
  for (const tab of [page, other]) await expect(widget(tab).log.getByText('I see you.')).toBeVisible()

  await widget(other).composer.fill('From the second tab')
  await widget(other).composer.press('Enter')
  for (const tab of [page, other]) {
    await expect(widget(tab).log.locator('.bubble')).toHaveText([/first tab/, /I see you/, /second tab/])
    await expect(widget(tab).log.getByText('Sent')).toBeVisible()
  }
  await expect.poll(async () => (await agent.conversations())[0]?.excerpt).toBe('From the second tab')
  expect(asked.filter((path) => /\/v1\/(session|events|commands|queries)/.test(path))).toEqual([])
})

test('two tabs in which a stranger begins at once are one visitor', async ({ page, context, host, agent }) => {
  const { url } = await host()
  const other = await context.newPage()
  for (const tab of [page, other]) {
    await tab.goto(url)
    await widget(tab).launcher.click()
    await tab.getByRole('button', { name: 'Ask us' }).click()
  }
  await widget(page).composer.fill('One')
  await widget(other).composer.fill('Two')
  await Promise.all([page, other].map((tab) => widget(tab).composer.press('Enter')))
  for (const tab of [page, other]) await expect(widget(tab).log.getByText('Sent')).toBeVisible()
  const conversations = await agent.conversations()
  expect(conversations.map(({ excerpt }) => excerpt).sort()).toEqual(['One', 'Two'])
  expect(new Set(conversations.map(({ visitor }) => visitor.id)).size).toBe(1)
})

test('the tab that is connected is closed in the middle of sending: nothing is lost, nothing is there twice', async ({
  page,
  context,
  host,
  agent,
}) => {
  // Two tabs, each loaded twice.
  test.slow()
  const { url } = await host()
  await page.goto(url)
  await write(page, 'First')
  await expect(widget(page).log.getByText('Sent')).toBeVisible()
  const other = await context.newPage()
  await openConversation(other, url, 'First')

  // The server does it, and its answer never comes.
  await page.route('**/v1/commands', async (route) => void (await route.fetch()))
  await widget(page).composer.fill('In flight')
  await widget(page).composer.press('Enter')
  await expect.poll(async () => (await agent.conversations())[0]?.excerpt).toBe('In flight')
  await widget(other).composer.fill('Meanwhile')
  await widget(other).composer.press('Enter')
  await page.close()

  const { log } = widget(other)
  await expect(log.getByText('Sent')).toBeVisible()
  await expect.poll(async () => (await agent.conversations())[0]?.excerpt).toBe('Meanwhile')
  await expect(log.locator('.bubble')).toHaveText([/First/, /In flight/, /Meanwhile/])
  await agent.reply('All of it is here.')
  await expect(log.getByText('All of it is here.')).toBeVisible()
  await openConversation(other, url, 'First')
  await expect(log.locator('.bubble')).toHaveText([/First/, /In flight/, /Meanwhile/, /All of it/])
})
