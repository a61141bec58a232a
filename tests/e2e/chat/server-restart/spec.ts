import { expect, test } from '../../support/killable-server.ts'
import { widget, write } from '../../support/test.ts'

test('a conversation goes on after the server was killed and started again', async ({ page, host, server, agent }) => {
  const { url } = await host()
  await page.goto(url)
  await write(page, 'One')
  const { log, composer, panel } = widget(page)
  await expect(log.getByText('Sent')).toBeVisible()
  await server.kill()
  await expect(panel.getByText('We can’t be reached right now.')).toBeVisible()
  await composer.fill('Two')
  await composer.press('Enter')
  await expect(log.getByText('Two')).toBeVisible()
  await server.restart()
  await expect(panel.getByText('We can’t be reached right now.')).toBeHidden({ timeout: 30_000 })
  await expect.poll(async () => (await agent.conversations())[0]?.excerpt).toBe('Two')
  await agent.reply('Three')
  await expect(log.getByText('Three')).toBeVisible()
  await expect(log.locator('.bubble')).toHaveText([/One/, /Two/, /Three/])
})
