import { expect, test, widget, write } from '../../support/test.ts'

test('a reply that came while the panel was closed is counted on the launcher', async ({ page, host, agent }) => {
  const { url } = await host()
  await page.goto(url)
  await write(page, 'Are you there?')
  const { log, launcher, panel } = widget(page)
  await expect(log.getByText('Sent')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(panel).toBeHidden()
  await agent.reply('Yes, how can I help?')
  await expect(page.getByRole('button', { name: 'Open help, 1 unread' })).toBeVisible()
  await launcher.click()
  await expect(log.getByText('Yes, how can I help?')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: 'Open help', exact: true })).toBeVisible()
})

test('a reply that came while the visitor was away is counted on the next visit', async ({ page, host, agent }) => {
  const { url } = await host()
  await page.goto(url)
  await write(page, 'I will be back later')
  await expect(widget(page).log.getByText('Sent')).toBeVisible()
  await page.goto('about:blank')
  await agent.reply('Here is your answer.')
  await page.goto(url)
  await expect(page.getByRole('button', { name: 'Open help, 1 unread' })).toBeVisible()
})
