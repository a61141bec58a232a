import { scriptTag } from '../../support/host-page.ts'
import { expect, test, widget, write } from '../../support/test.ts'

const strict = [
  "default-src 'none'",
  "script-src 'nonce-abc' 'strict-dynamic'",
  "style-src 'none'",
  'connect-src {docent}',
  "img-src 'self' data: {docent}",
  "base-uri 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ')

test('works under a strict policy with enforced Trusted Types, without one violation', async ({
  page,
  host,
  agent,
}) => {
  const { url } = await host({
    headers: { 'content-security-policy': strict },
    body: `<h1>Host page</h1><script nonce="abc">window.violations = []; addEventListener('securitypolicyviolation', (event) => violations.push(event.violatedDirective + ' ' + event.blockedURI))</script>${scriptTag('data-app="e2e"', ' nonce="abc"')}`,
  })
  await page.goto(url)
  await write(page, 'Does it work here?')
  const { log, panel, launcher } = widget(page)
  await expect(log.getByText('Sent')).toBeVisible()
  await agent.reply('Yes, **it does**: https://example.com')
  await expect(log.getByRole('link', { name: 'https://example.com' })).toBeVisible()
  await page.getByRole('button', { name: 'Back' }).click()
  await page.getByRole('navigation', { name: 'Help' }).getByRole('button', { name: 'Help' }).click()
  await expect(panel.getByRole('heading', { name: 'Help', exact: true })).toBeVisible()
  const size = await panel.evaluate((element) => element.getBoundingClientRect().width)
  expect(size).toBe(380)
  await expect(launcher).toHaveCSS('border-radius', '50%')
  expect(await page.evaluate(() => (window as unknown as { violations: string[] }).violations)).toEqual([])
})

test('the single file works under a nonce and enforced Trusted Types', async ({ page, host }) => {
  const { url } = await host({
    headers: { 'content-security-policy': strict.replace(" 'strict-dynamic'", '') },
    body: `<h1>Host page</h1><script nonce="abc" src="{docent}/cdn/docent.iife.js" data-server="{docent}" data-app="e2e"></script>`,
  })
  await page.goto(url)
  await write(page, 'One file')
  await expect(widget(page).log.getByText('Sent')).toBeVisible()
})
