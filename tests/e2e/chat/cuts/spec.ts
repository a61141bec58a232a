import type { Page } from '@playwright/test'
import type { Agent } from '../../support/agent.ts'
import { expect, test } from '../../support/cuttable-server.ts'
import { storedEntries } from '../../support/stored.ts'
import { widget, write } from '../../support/test.ts'

/** Real connections that really break: nothing is lost, and nothing is there twice, on either side. */
async function expectEachOnce(page: Page, agent: Agent, texts: readonly string[]): Promise<void> {
  await expect.poll(async () => (await agent.texts()).join(), { timeout: 30_000 }).toBe(texts.join())
  const { log } = widget(page)
  await expect(log.getByText(/^Sending/)).toHaveCount(0)
  await expect(log.locator('.bubble')).toHaveText(texts.map((text) => new RegExp(`${text}$`)))
}

async function say(page: Page, text: string): Promise<void> {
  const { composer, log } = widget(page)
  await composer.fill(text)
  await composer.press('Enter')
  await expect(log.getByText(text, { exact: true })).toBeVisible()
}

test('airplane mode: what is written in it goes out after it, what was answered comes', async ({
  page,
  context,
  host,
  network,
  agent,
}) => {
  await page.goto((await host()).url)
  await write(page, 'Before')
  const { log, panel } = widget(page)
  await expect(log.getByText('Sent')).toBeVisible()
  network.refuse()
  network.resetAll()
  await context.setOffline(true)
  await expect(panel.getByText('You’re offline.', { exact: false })).toBeVisible()
  await say(page, 'In the air')
  await say(page, 'Still there')
  await agent.reply('An answer to the first')
  network.heal()
  await context.setOffline(false)
  await expectEachOnce(page, agent, ['Before', 'An answer to the first', 'In the air', 'Still there'])
})

test('a tunnel that the browser does not notice', async ({ page, host, network, agent }) => {
  await page.goto((await host()).url)
  await write(page, 'Before')
  await expect(widget(page).log.getByText('Sent')).toBeVisible()
  // Connections stay open, and nothing gets through.
  network.disturb('up', { swallows: true })
  network.disturb('down', { swallows: true })
  await say(page, 'Into the void')
  await agent.reply('Are you still there')
  network.heal()
  network.resetAll()
  await expectEachOnce(page, agent, ['Before', 'Are you still there', 'Into the void'])
})

test('the answer is lost after the message was stored', async ({ page, host, network, agent }) => {
  await page.goto((await host()).url)
  await write(page, 'First')
  await expect(widget(page).log.getByText('Sent')).toBeVisible()
  network.disturb('down', { swallows: true })
  await say(page, 'Stored, and not answered')
  await expect.poll(async () => (await agent.texts()).at(-1)).toBe('Stored, and not answered')
  network.heal()
  network.resetAll()
  await expectEachOnce(page, agent, ['First', 'Stored, and not answered'])
  // Nor is it sent again by the next page view.
  await page.reload()
  await widget(page).launcher.click()
  await page.getByRole('button', { name: /Stored, and not answered/ }).click()
  await expectEachOnce(page, agent, ['First', 'Stored, and not answered'])
})

test('the server is killed while messages are on their way', async ({ page, host, server, network, agent }) => {
  await page.goto((await host()).url)
  await write(page, 'First')
  await expect(widget(page).log.getByText('Sent')).toBeVisible()
  network.disturb('up', { latencyMs: 150 })
  const texts = ['One', 'Two', 'Three', 'Four', 'Five']
  for (const text of texts) await say(page, text)
  // One of them is there, the others are somewhere.
  await expect.poll(async () => (await agent.texts()).length).toBeGreaterThan(1)
  await server.kill()
  network.heal()
  await server.restart()
  await expectEachOnce(page, agent, ['First', ...texts])
})

test('the page is closed in the middle of it', async ({ page, context, host, network, agent }) => {
  const { url } = await host()
  await page.goto(url)
  await write(page, 'First')
  await expect(widget(page).log.getByText('Sent')).toBeVisible()
  network.disturb('down', { swallows: true })
  await say(page, 'The last words')
  // A person closes later than this could.
  await expect.poll(() => storedEntries(page)).toContainEqual(expect.stringMatching(/outbox.*The last words/))
  await page.close()
  network.heal()
  network.resetAll()
  const later = await context.newPage()
  await later.goto(url)
  await widget(later).launcher.click()
  await later
    .getByRole('button', { name: /The last words|First/ })
    .first()
    .click()
  await expectEachOnce(later, agent, ['First', 'The last words'])
})
