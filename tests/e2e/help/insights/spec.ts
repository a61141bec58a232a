import { violations } from '../../support/axe.ts'
import { expect, openInbox, signUp, test, widget } from '../../support/demo.ts'

test('agents see what was searched in vain and which article left a question, with the conversation behind it', async ({
  page,
  browser,
  demo,
}) => {
  test.setTimeout(90_000)
  const inbox = await openInbox(browser, demo)
  await inbox.getByRole('link', { name: 'Help insights' }).click()
  await expect(inbox.getByRole('heading', { name: 'Nothing to count yet' })).toBeVisible()

  await signUp(page, demo)
  const call = (...given: unknown[]): Promise<unknown> =>
    page.evaluate(
      (parameters) => (window as unknown as { Docent(...given: unknown[]): unknown }).Docent(...parameters),
      given,
    )
  await call('consent', { measurement: true })
  const { launcher, panel, search, composer, log, tab } = widget(page)
  await launcher.click()
  await tab('Help').click()

  await test.step('an article that does not help, and a search for what is not there', async () => {
    await search.fill('api token')
    await panel.getByRole('link', { name: /^API tokens/ }).click()
    await panel.getByRole('group', { name: 'Did this solve it?' }).getByRole('button', { name: 'No' }).click()
    await panel.getByRole('button', { name: 'Out of date' }).click()
    await panel.getByRole('button', { name: 'Back' }).click()
    await search.fill('zeppelin ada@x.example 4711')
    await panel.getByRole('button', { name: /^Ask about/ }).click()
    await composer.fill('How do I bill a zeppelin?')
    await composer.press('Enter')
    await expect(log.getByText('Sent')).toBeVisible()
  })

  await test.step('this browser knows, without the server', async () => {
    await expect
      .poll(async () => await call('faq.report'))
      .toMatchObject({
        emptySearches: { 'zeppelin … …': 1 },
        endedInChat: 1,
        articles: { 'api-tokens': { views: 1, helpful: false } },
      })
  })

  await test.step('the inbox counts it once it was told, and leads to the conversation', async () => {
    const missing = inbox.getByRole('table', { name: 'Searched, not found' })
    await expect(async () => {
      await inbox.getByRole('combobox', { name: 'Period' }).selectOption('Last 7 days')
      await inbox.getByRole('combobox', { name: 'Period' }).selectOption('Last 28 days')
      await expect(missing.getByRole('rowheader', { name: 'zeppelin … …' })).toBeVisible({ timeout: 5000 })
      await expect(missing.getByRole('link', { name: 'How do I bill a zeppelin?' })).toBeVisible({ timeout: 5000 })
    }).toPass()
    const articles = inbox.getByRole('table', { name: 'Articles that leave questions' })
    await expect(articles.getByRole('row', { name: /API tokens/ })).toContainText('0 of 1')
    await expect(articles.getByText('Out of date: 1')).toBeVisible()
    expect(await violations(inbox)).toEqual([])
    await missing.getByRole('link', { name: 'How do I bill a zeppelin?' }).click()
    await expect(inbox.getByRole('log')).toContainText('How do I bill a zeppelin?')
  })
})
