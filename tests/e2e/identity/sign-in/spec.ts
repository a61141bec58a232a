import { ada, expect, openInbox, signUpByHand, test, widget } from '../../support/demo.ts'
import { storedEntries } from '../../support/stored.ts'
import { write } from '../../support/test.ts'

test('what was written before signing in belongs to who signs in, and sign-out wipes it', async ({
  page,
  browser,
  demo,
}) => {
  const inbox = await openInbox(browser, demo)
  const rows = inbox.getByRole('list', { name: 'All open' }).getByRole('listitem')
  const { launcher, panel, log } = widget(page)

  await test.step('a visitor without a name writes on the landing page', async () => {
    await page.goto(demo.url)
    await write(page, 'Do you have yearly plans?')
    await expect(log.getByText('Sent')).toBeVisible()
    await expect(rows).toContainText('Do you have yearly plans?')
    await expect(rows).toContainText(/Visitor \w+/)
    await panel.getByRole('button', { name: 'Close', exact: true }).click()
  })

  await test.step('and signs up', async () => {
    await signUpByHand(page, demo)
    await expect(rows).toContainText(ada.name)
    await expect(rows).toHaveCount(1)
    await launcher.click()
    await expect(panel.getByRole('heading', { name: /, Ada\./ })).toBeVisible()
    await panel.getByRole('button', { name: /Do you have yearly plans/ }).click()
    await expect(log.getByText('Do you have yearly plans?')).toBeVisible()
    await rows.getByRole('link').click()
    await inbox.getByRole('textbox', { name: 'Reply' }).fill('We do, under **Billing**.')
    await inbox.getByRole('textbox', { name: 'Reply' }).press('Enter')
    await expect(log.getByText('We do, under Billing.')).toBeVisible()
    await panel.getByRole('button', { name: 'Close', exact: true }).click()
  })

  await test.step('after sign-out nothing of theirs is here', async () => {
    expect((await storedEntries(page)).some((entry) => entry.includes('yearly plans'))).toBe(true)
    await page.getByRole('button', { name: 'Sign out' }).click()
    await page.waitForURL(`${demo.url}/`)
    await expect.poll(async () => (await storedEntries(page)).join('\n')).not.toMatch(/yearly plans|We do|Ada Berg/)
    await launcher.click()
    await expect(panel.getByRole('heading', { name: /What can we help with/ })).not.toContainText('Ada')
    await widget(page).tab('Messages').click()
    await expect(panel.getByRole('heading', { name: 'No messages yet' })).toBeVisible()
    await page.reload()
    await launcher.click()
    await widget(page).tab('Messages').click()
    await expect(panel.getByRole('heading', { name: 'No messages yet' })).toBeVisible()
  })

  await test.step('and who writes now is somebody else', async () => {
    await panel.getByRole('button', { name: 'New message' }).click()
    await widget(page).composer.fill('Is this a new person?')
    await widget(page).composer.press('Enter')
    await expect(rows.filter({ hasText: 'Is this a new person?' })).toContainText(/Visitor \w+/)
    await expect(rows).toHaveCount(2)
    await expect(rows.filter({ hasText: ada.name })).toHaveCount(1)
  })
})
