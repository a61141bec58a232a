import { signInAgent } from '../../support/agent.ts'
import { signUp } from '../../support/demo.ts'
import { expect, test } from '../../support/split-demo.ts'
import { widget, write } from '../../support/test.ts'

test('every token is refused in the middle of a conversation: the page is asked for another, and nobody notices', async ({
  page,
  docent,
  paperlane,
}) => {
  await signUp(page, paperlane)
  const agent = await signInAgent(docent.url, docent.signInLink)
  const asked: string[] = []
  page.on('request', (request) => {
    if (request.url().endsWith('/api/docent-token')) asked.push(request.url())
  })
  await write(page, 'With the first token')
  const { log, composer, panel } = widget(page)
  await expect(log.getByText('Sent')).toBeVisible()
  const before = asked.length
  await docent.kill()
  await docent.forgetKey()
  await composer.fill('With the second')
  await composer.press('Enter')
  await docent.restart()
  await expect(panel.getByText('We can’t be reached right now.')).toBeHidden({ timeout: 30_000 })
  await expect.poll(agent.texts, { timeout: 30_000 }).toEqual(['With the first token', 'With the second'])
  await agent.reply('Read')
  await expect(log.locator('.bubble')).toHaveText([/With the first token$/, /With the second$/, /Read$/])
  expect(asked.length - before).toBeGreaterThan(0)
})
