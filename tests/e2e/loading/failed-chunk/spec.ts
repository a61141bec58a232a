import { expect, test, widget } from '../../support/test.ts'

test('a part that does not load says so and loads on the next try', async ({ page, context, host }) => {
  const { url } = await host()
  await page.goto(url)
  const { launcher, panel } = widget(page)
  await launcher.click()
  await expect(panel.getByRole('heading', { name: /What can we help with/ })).toBeVisible()
  await context.route('**/cdn/*.js*', (route) => route.abort())
  await page.getByRole('navigation', { name: 'Help' }).getByRole('button', { name: 'Help' }).click()
  await expect(panel.getByRole('heading', { name: 'This part didn’t load' })).toBeVisible()
  await context.unroute('**/cdn/*.js*')
  await panel.getByRole('button', { name: 'Try again' }).click()
  await expect(panel.getByRole('heading', { name: 'This part didn’t load' })).toBeHidden()
})

test('a widget file that does not load is asked for again with the next call', async ({ page, context, host }) => {
  await context.route('**/cdn/widget.js*', (route) => route.abort())
  const { url } = await host()
  const failed = page.waitForEvent('requestfailed', (request) => request.url().includes('widget.js'))
  await page.goto(url)
  await failed
  await context.unroute('**/cdn/widget.js*')
  await page.evaluate(() =>
    (window as unknown as { Docent(...call: unknown[]): Promise<unknown> }).Docent('open', 'chat'),
  )
  await expect(page.getByRole('button', { name: 'New message' })).toBeVisible()
})

test('the launcher stays and works again when the panel does not load', async ({ page, context, host, pageErrors }) => {
  const { url } = await host()
  await page.goto(url)
  const { launcher, panel } = widget(page)
  await expect(launcher).toBeVisible()
  await context.route('**/cdn/*.js*', (route) => route.abort())
  await launcher.click()
  await expect(launcher).toHaveAttribute('aria-expanded', 'false')
  await context.unroute('**/cdn/*.js*')
  await launcher.click()
  await expect(panel.getByRole('heading', { name: /What can we help with/ })).toBeVisible()
  expect(pageErrors).toEqual([])
})
