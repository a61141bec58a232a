import { chromiumPath, windowedChromiumPath } from '../../support/chromium-path.ts'
import { expect, test, widget, write } from '../../support/test.ts'

// Playwright switches the cache off; here it is on, as in everybody's browser.
test.skip(windowedChromiumPath === undefined, 'Chromium without windows has no back/forward cache; this needs one with')
test.use({
  launchOptions: {
    executablePath: windowedChromiumPath ?? chromiumPath,
    args: ['--no-sandbox', '--disable-gpu', '--no-first-run'],
    ignoreDefaultArgs: ['--disable-back-forward-cache'],
  },
})

test('a page with an open conversation is kept for the way back, and goes on from there', async ({
  page,
  host,
  agent,
}) => {
  await page.addInitScript(() => {
    addEventListener('pageshow', ({ persisted }) => void (document.documentElement.dataset.kept = String(persisted)))
  })
  const { url } = await host()
  const { url: elsewhere } = await host({ body: '<h1>Elsewhere</h1>' })
  const { log, composer } = widget(page)
  await page.goto(url)
  await write(page, 'I will have a look around')
  await expect(log.getByText('Sent')).toBeVisible()
  await page.goto(elsewhere)
  await agent.reply('While you were away')
  // A page that comes out of the cache does not load again.
  await page.goBack({ waitUntil: 'commit' })
  await expect(page.locator('html')).toHaveAttribute('data-kept', 'true')
  await expect(log.getByText('While you were away')).toBeVisible()
  await composer.fill('Back now')
  await composer.press('Enter')
  await expect.poll(async () => (await agent.conversations())[0]?.excerpt).toBe('Back now')
  await expect(log.locator('.bubble')).toHaveText([/look around/, /away/, /Back now/])
})
