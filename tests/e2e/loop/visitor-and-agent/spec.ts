import { ada, expect, openInbox, signUpByHand, test, widget } from '../../support/demo.ts'

const article = 'Why is my IBAN refused?'

test('a visitor asks, an agent answers, each sees the other live', async ({ page, browser, demo }) => {
  const inbox = await openInbox(browser, demo)
  await expect(inbox.getByRole('heading', { name: 'All answered' })).toBeVisible()

  await test.step('the visitor signs up, does a first task, searches and reads', async () => {
    await signUpByHand(page, demo)
    await page.getByRole('link', { name: 'Clients', exact: true }).click()
    await page.getByRole('link', { name: 'New client' }).first().click()
    await page.getByLabel('Name').fill('Northwind Films')
    await page.getByRole('button', { name: 'Add client' }).click()
    await page.waitForURL('**/clients')
    const { launcher, panel, search } = widget(page)
    await launcher.click()
    await expect(panel.getByRole('heading', { name: /, Ada\. What can we help with\?/ })).toBeVisible()
    await panel.getByRole('button', { name: 'Search help' }).click()
    await search.fill('iban refused')
    await panel.getByRole('link', { name: article }).click()
    await expect(panel.getByRole('heading', { name: article })).toBeVisible()
  })

  const { panel, composer, log } = widget(page)
  await test.step('asks from the article', async () => {
    await panel.getByRole('button', { name: 'Ask us' }).click()
    await composer.fill('My IBAN is not accepted')
    await composer.press('Enter')
    await expect(log.getByText('Sent')).toBeVisible()
  })

  const row = inbox.getByRole('listitem').filter({ hasText: ada.name })
  const context = inbox.getByRole('complementary', { name: 'Visitor' })
  const thread = inbox.getByRole('log', { name: 'Messages' })
  await test.step('the agent sees who asks and what they were about', async () => {
    await expect(row).toContainText('My IBAN is not accepted')
    await expect(row).toContainText('1 unread message')
    await expect(inbox).toHaveTitle(/\(1\)/)
    await row.getByRole('link').click()
    await expect(thread.getByText('My IBAN is not accepted')).toBeVisible()
    await expect(context.getByRole('heading', { name: ada.name })).toContainText('Verified')
    await expect(context).toContainText(ada.email)
    await expect(context.getByText('Page now')).toBeVisible()
    await expect(context.getByText('/clients', { exact: true })).toBeVisible()
    await expect(context.getByRole('progressbar', { name: 'Set up Paperlane' })).toHaveAttribute(
      'aria-valuetext',
      '1 of 5',
    )
    await expect(context.getByText('Next: Add your company details')).toBeVisible()
    await expect(context.getByText('Last article read')).toBeAttached()
    await expect(context.getByText(article)).toBeVisible()
    await expect(context.getByText('“iban refused”')).toBeVisible()
    await expect(row).not.toContainText('unread')
    await expect(inbox).toHaveTitle(/^(?!\()/)
  })

  const reply = inbox.getByRole('textbox', { name: 'Reply' })
  await test.step('the visitor sees the agent write, and the reply', async () => {
    await reply.pressSequentially('Which country')
    await expect(log.getByRole('img', { name: 'Mara Kalniņa is writing' })).toBeVisible()
    await reply.fill('Which country is the account in?')
    await reply.press('Enter')
    await expect(log.getByText('Which country is the account in?')).toBeVisible()
    await expect(log.getByRole('img', { name: /is writing/ })).toBeHidden()
    await expect(panel.getByRole('heading', { name: 'Mara Kalniņa' })).toBeVisible()
    await expect(log.getByText(/Mara Kalniņa · /)).toBeVisible()
  })

  await test.step('the agent sees the visitor write, and the answer', async () => {
    await composer.pressSequentially('In Lat')
    await expect(thread.getByRole('img', { name: 'Ada Berg is writing' })).toBeVisible()
    await inbox.getByRole('link', { name: /^Mine/ }).click()
    await composer.fill('In Latvia')
    await composer.press('Enter')
    await inbox.getByRole('link', { name: /^All open/ }).click()
    await expect(row).toContainText('In Latvia')
    await expect(row).toContainText('1 unread message')
    await row.getByRole('link').click()
    await expect(thread.getByText('In Latvia')).toBeVisible()
    await expect(thread.getByRole('img', { name: /is writing/ })).toBeHidden()
    await expect(log.getByText(/^Read/).last()).toBeVisible()
  })

  await test.step('where the visitor goes is seen too', async () => {
    await page.getByRole('link', { name: 'Billing', exact: true }).click()
    await expect(context.getByText('/billing', { exact: true })).toBeVisible()
  })

  await test.step('the agent closes it', async () => {
    await inbox.getByRole('button', { name: 'Close', exact: true }).click()
    await expect(panel.getByText('This conversation is closed. Write to reopen it.')).toBeVisible()
    await expect(row).toBeHidden()
    await inbox.getByRole('link', { name: /^Closed/ }).click()
    await expect(row).toBeVisible()
  })
})
