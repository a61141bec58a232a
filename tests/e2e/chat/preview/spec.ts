import type { Page } from '@playwright/test'
import { openInboxAt } from '../../support/agent.ts'
import { violations } from '../../support/axe.ts'
import { scriptTag } from '../../support/host-page.ts'
import { expect, test, widget, write } from '../../support/test.ts'

const body = `<h1>Host page</h1><label>Amount <input></label>
<script>window.Docent ??= function () { (Docent.q ??= []).push(arguments) }
Docent('options', { chat: { countInTitle: true, sound: true, notification: true } })</script>${scriptTag()}`

const preview = (page: Page) => page.getByRole('region', { name: 'New message' })

const said = (page: Page, text: string) => preview(page).getByText(text, { exact: true })

/** What the page asked the browser for, instead of hearing and seeing it. */
const listen = (page: Page) =>
  page.addInitScript(() => {
    const heard: string[] = []
    Object.assign(window, { heard })
    const { start } = OscillatorNode.prototype
    OscillatorNode.prototype.start = function (when) {
      heard.push('tone')
      start.call(this, when)
    }
  })
const heard = (page: Page) => page.evaluate(() => (window as unknown as { heard: string[] }).heard)

test('an answer that comes while the panel is closed is read, answered and put away by the launcher', async ({
  page,
  host,
  agent,
  server,
  browser,
}) => {
  test.setTimeout(120_000)
  await listen(page)
  await page.goto((await host({ body })).url)
  await write(page, 'Are you there?')
  const { log, panel, launcher } = widget(page)
  await expect(log.getByText('Sent')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(panel).toBeHidden()
  const amount = page.getByLabel('Amount')
  await amount.focus()

  await test.step('it takes no focus, and counts in the title', async () => {
    await agent.reply('Yes. Which invoice is it?')
    await expect(said(page, 'Yes. Which invoice is it?')).toBeVisible()
    await expect(amount).toBeFocused()
    await expect(page).toHaveTitle('(1) Host page')
    expect(await heard(page)).toEqual(['tone', 'tone'])
    expect(await violations(page, 'docent-widget')).toEqual([])
  })

  await test.step('the host gives itself another title, and keeps the count', async () => {
    await page.evaluate(() => void (document.title = 'Invoices'))
    await expect(page).toHaveTitle('(1) Invoices')
  })

  await test.step('it is answered in place', async () => {
    const field = preview(page).getByRole('textbox', { name: 'Message' })
    await field.fill('The one from Monday')
    await field.press('Enter')
    await expect(preview(page)).toBeHidden()
    await expect(launcher).toBeFocused()
    await expect(page).toHaveTitle('Invoices')
    await expect.poll(agent.texts).toEqual(['Are you there?', 'Yes. Which invoice is it?', 'The one from Monday'])
  })

  await test.step('put away it stays away, over a reload too; the count stays', async () => {
    await agent.reply('I see it.')
    await expect(said(page, 'I see it.')).toBeVisible()
    await preview(page).getByRole('button', { name: 'Dismiss' }).press('Enter')
    await expect(preview(page)).toBeHidden()
    await expect(page.getByRole('button', { name: 'Open help, 1 unread' })).toBeVisible()
    await page.reload()
    await expect(page.getByRole('button', { name: 'Open help, 1 unread' })).toBeVisible()
    await agent.reply('And it is corrected now.')
    await expect(said(page, 'And it is corrected now.')).toBeVisible()
  })

  await test.step('a press leads to the conversation', async () => {
    await preview(page)
      .getByRole('button', { name: /And it is corrected now/ })
      .click()
    await expect(log.getByText('And it is corrected now.')).toBeVisible()
    await expect(preview(page)).toBeHidden()
    await expect(page).toHaveTitle('Host page')
    await page.keyboard.press('Escape')
  })

  await test.step('an agent writes first, and it comes the same way', async () => {
    const inbox = await (await browser.newContext()).newPage()
    await openInboxAt(inbox, server.url, agent)
    await inbox.getByRole('listitem').filter({ hasText: 'corrected now' }).getByRole('link').click()
    await inbox.getByRole('button', { name: 'Start a conversation' }).click()
    const dialog = inbox.getByRole('dialog', { name: 'Start a conversation' })
    await dialog.getByRole('textbox', { name: 'Message' }).fill('Shall I show you how to set a default rate?')
    await dialog.getByRole('button', { name: 'Send' }).click()
    await expect(dialog).toBeHidden()
    await expect(said(page, 'Shall I show you how to set a default rate?')).toBeVisible()
    const field = preview(page).getByRole('textbox', { name: 'Message' })
    await field.fill('Please')
    await field.press('Enter')
    await expect(inbox.getByRole('link', { name: /Please/ })).toBeVisible()
    await inbox.context().close()
  })
})
