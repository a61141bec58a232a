import { violations } from '../../support/axe.ts'
import { ada, test as base, expect, openInbox, signUp, startDemo, widget } from '../../support/demo.ts'
import { scriptTag, serveHostPage } from '../../support/host-page.ts'
import { app, write } from '../../support/test.ts'

const test = base.extend({
  demo: async ({ backends }, use) => {
    const demo = await startDemo(backends, { bot: true })
    await use(demo)
    await demo.stop()
  },
})

test('the bot answers from the help centre, and hands over to a person at the press of a button', async ({
  page,
  browser,
  demo,
}) => {
  await signUp(page, demo)
  const { launcher, panel, composer, log, tab } = widget(page)
  await launcher.click()
  await tab('Messages').click()
  await panel.getByRole('button', { name: 'New message' }).click()
  await composer.fill('How do I add a bank account?')
  await composer.press('Enter')
  await expect(log.getByText('From our article “Add your bank account”:')).toBeVisible()
  await expect(log.getByText('Save bank account')).toBeVisible()
  await expect(log.getByRole('button', { name: 'Add your bank account' })).toBeVisible()

  const inbox = await openInbox(browser, demo)
  const row = inbox.getByRole('listitem').filter({ hasText: ada.name })
  await expect(row).toContainText('Assistant')
  await log.getByRole('button', { name: 'Talk to a person' }).click()
  await expect(row).toContainText('Talk to a person')
  await expect(row).toContainText(/waiting/)

  await row.getByRole('link').click()
  const thread = inbox.getByRole('log', { name: 'Messages' })
  await expect(thread.getByText('From our article “Add your bank account”:')).toBeVisible()
  const files = inbox.locator('input[type=file]')
  await files.setInputFiles({ name: 'iban.txt', mimeType: 'text/plain', buffer: Buffer.from('LV80BANK0000435195001') })
  await expect(inbox.getByRole('button', { name: 'Remove iban.txt' })).toBeVisible()
  const reply = inbox.getByRole('textbox', { name: 'Reply' })
  await reply.fill('Like this one')
  await reply.press('Enter')
  await expect(log.getByText('Like this one')).toBeVisible()
  const file = log.getByRole('link', { name: /iban\.txt/ })
  await expect(file).toBeVisible()
  const answer = await page.request.get((await file.getAttribute('href')) ?? '')
  expect(await answer.text()).toBe('LV80BANK0000435195001')
})

test('an answer that goes on and on is stopped, and a person is asked for', async ({ page, backends }) => {
  const server = await backends.start('server', { apps: [app], wordyBot: true })
  const host = await serveHostPage({ docent: server.url, body: `<h1>Host page</h1>${scriptTag()}` })
  await page.goto(host.url)
  const { panel, log } = widget(page)
  await write(page, 'How long can you talk?')
  await expect(log.getByText(/Word 3\./)).toBeVisible()
  await expect(panel.getByText('The assistant is writing.')).toBeVisible()
  expect(await violations(page, 'docent-widget')).toEqual([])
  await panel.getByRole('button', { name: 'Stop' }).click()
  await expect(panel.getByText('Stopped. Ask again, or talk to a person.')).toBeVisible()
  const person = panel.getByRole('button', { name: 'Talk to a person' })
  await person.focus()
  await page.keyboard.press('Enter')
  await expect(person).toBeHidden()
  await host.close()
  await server.stop()
})
