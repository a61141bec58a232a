import { violations } from '../../support/axe.ts'
import { expect, signUp, test, widget } from '../../support/demo.ts'

test('what is new is marked until it was seen, for the visitor and their plan, and leads on', async ({
  page,

  demo,
}) => {
  await signUp(page, demo)
  const { launcher, panel, tab } = widget(page)
  // Three entries; a fourth is for larger plans.
  await expect(page.getByRole('button', { name: 'Open help, 3 unread' })).toBeVisible()
  await launcher.click()
  await expect(panel.getByRole('button', { name: 'Search help' })).toBeVisible()
  await tab('News').click()
  const entry = (name: string) => panel.getByRole('article', { name })
  await expect(panel.getByRole('article')).toHaveCount(3)
  await expect(panel.getByRole('article').first()).toContainText('Office hour: VAT across borders')
  await expect(entry('VAT follows the client’s country').getByRole('img', { name: 'Unread' })).toBeVisible()
  await expect(entry('Office hour').getByRole('link', { name: 'Save a seat' })).toHaveAttribute('target', '_blank')
  expect(await violations(page, 'docent-widget')).toEqual([])

  await test.step('one leads to an article, and the way back to the news, read by now', async () => {
    await entry('VAT follows').getByRole('link', { name: 'How it chooses' }).click()
    await expect(panel.getByRole('heading', { level: 1, name: 'Which VAT rate is used?' })).toBeVisible()
    await panel.getByRole('button', { name: 'Back' }).click()
    await expect(entry('VAT follows')).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('button', { name: 'Open help', exact: true })).toBeVisible()
  })

  await test.step('the next page has no mark, and a larger plan one more entry', async () => {
    await page.reload()
    await launcher.click()
    await tab('News').click()
    await expect(panel.getByRole('article')).toHaveCount(3)
    await expect(panel.getByRole('img', { name: 'Unread' })).toHaveCount(0)
    await page.evaluate(() =>
      (window as unknown as { Docent(...given: unknown[]): unknown }).Docent('update', { plan: 'pro' }),
    )
    await expect(entry('Invoices by API').getByRole('img', { name: 'Unread' })).toBeVisible()
  })

  await test.step('a feed says the same to the world', async () => {
    const server = await page.evaluate(() => document.querySelector<HTMLElement>('script[data-server]')?.dataset.server)
    const feed = await (await page.request.get(`${server}/help/paperlane/news.en.xml`)).text()
    expect(feed).toContain('<title>Office hour: VAT across borders</title>')
  })
})
