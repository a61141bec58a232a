import { expect, test } from '../../support/test.ts'

test('two widgets on a page share nothing', async ({ page, host, agent }) => {
  const { url } = await host({
    body: `<h1>Host page</h1>
<script async src="{docent}/cdn/loader.js" data-server="{docent}" data-app="e2e"></script>
<script async src="{docent}/cdn/loader.js" data-server="{docent}" data-app="default" data-side="start" data-global="Second"></script>`,
  })
  await page.goto(url)
  const widgets = page.locator('docent-widget')
  await expect(widgets).toHaveCount(2)
  const launchers = page.getByRole('button', { name: 'Open help' })
  await expect(launchers).toHaveCount(2)
  await page.evaluate(() => (window as unknown as { Second(name: string): unknown }).Second('destroy'))
  await expect(widgets).toHaveCount(1)
  await launchers.click()
  await page.getByRole('button', { name: /Ask us/ }).click()
  await page.getByRole('textbox', { name: 'Message' }).fill('To the first')
  await page.keyboard.press('Enter')
  await expect.poll(async () => (await agent.conversations()).map(({ excerpt }) => excerpt)).toEqual(['To the first'])
})
