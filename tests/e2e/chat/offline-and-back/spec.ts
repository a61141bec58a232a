import { storedEntries } from '../../support/stored.ts'
import { expect, test, widget, write } from '../../support/test.ts'

test('what was written offline goes out when the network is back', async ({ page, context, host, agent }) => {
  const { url } = await host()
  await page.goto(url)
  await write(page, 'Before')
  const { log, composer, panel } = widget(page)
  await expect(log.getByText('Sent')).toBeVisible()
  await context.setOffline(true)
  await expect(panel.getByText('You’re offline. Messages go out when you’re back.')).toBeVisible()
  await composer.fill('Written in a tunnel')
  await composer.press('Enter')
  await composer.fill('And another')
  await composer.press('Enter')
  await expect(log.getByText('Written in a tunnel')).toBeVisible()
  await expect(log.getByText('Sending when you’re back online')).toHaveCount(2)
  await context.setOffline(false)
  await expect(log.getByText('Sending when you’re back online')).toHaveCount(0)
  await expect(panel.getByText('You’re offline')).toBeHidden()
  await expect.poll(async () => (await agent.conversations())[0]?.excerpt).toBe('And another')
  await expect(log.getByText('Written in a tunnel')).toHaveCount(1)
})

test('what was written offline survives a reload', async ({ page, context, host, agent }) => {
  const { url } = await host()
  await page.goto(url)
  await write(page, 'Before')
  const { log, composer } = widget(page)
  await expect(log.getByText('Sent')).toBeVisible()
  // The page itself is reachable, the server is not.
  await context.route('**/v1/**', (route) => route.abort())
  await page.evaluate(() => dispatchEvent(new Event('pagehide')))
  await page.evaluate(() => dispatchEvent(new Event('pageshow')))
  await composer.fill('Do not lose me')
  await composer.press('Enter')
  await expect(log.getByText('Sending when you’re back online')).toBeVisible()
  // A person's reload comes later than this one could.
  await expect.poll(() => storedEntries(page)).toContainEqual(expect.stringMatching(/outbox.*Do not lose me/))
  await page.reload()
  await context.unroute('**/v1/**')
  await page.reload()
  await expect.poll(async () => (await agent.conversations())[0]?.excerpt).toBe('Do not lose me')
})
