import type { Page } from '@playwright/test'
import { expect, test, widget } from '../../support/test.ts'

const rare = /\/cdn\/docent\.iife\.[\w.-]+-[\w-]{5}\.js/
const policy = [
  "default-src 'none'",
  "script-src 'nonce-abc'",
  "style-src 'none'",
  'connect-src {docent}',
  "img-src 'self' data: {docent}",
  "base-uri 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ')

const page = (options?: string) => ({
  headers: { 'content-security-policy': policy },
  body: `<h1>Host page</h1>
<script nonce="abc">
  window.violations = []
  addEventListener('securitypolicyviolation', (event) => violations.push(event.violatedDirective + ' ' + event.blockedURI))
  window.Docent ??= function () { (Docent.q ??= []).push(arguments) }
  ${options ? `Docent('options', ${options})` : ''}
</script>
<script nonce="abc" src="{docent}/cdn/docent.iife.js" data-server="{docent}" data-app="e2e"></script>`,
})

type Diagnosis = { readonly ok: boolean; readonly reasons: readonly { readonly code: string }[] }
const diagnose = (on: Page): Promise<Diagnosis> =>
  on.evaluate(() => (window as unknown as { Docent(name: string): Promise<Diagnosis> }).Docent('diagnose'))

test('a rare part loads on need from beside the single file, under a nonce and Trusted Types', async ({
  page: tab,
  host,
}) => {
  const files: string[] = []
  tab.on('request', (request) => {
    const { pathname } = new URL(request.url())
    if (pathname.startsWith('/cdn/')) files.push(pathname)
  })
  const { url } = await host(page())
  await tab.goto(url)
  await expect(widget(tab).launcher).toBeVisible()
  expect(files).toEqual(['/cdn/docent.iife.js'])
  expect(await diagnose(tab)).toMatchObject({ ok: true })
  expect(files.some((file) => rare.test(file))).toBe(true)
  expect(await tab.evaluate(() => (window as unknown as { violations: string[] }).violations)).toEqual([])
})

test('a rare part that does not load fails its call alone, and comes with the next one', async ({
  page: tab,
  context,
  host,
}) => {
  const { url } = await host(page())
  await tab.goto(url)
  await expect(widget(tab).launcher).toBeVisible()
  await context.route(rare, (route) => route.abort())
  await expect(diagnose(tab)).rejects.toThrow(/dynamically imported module/)
  await context.unroute(rare)
  expect(await diagnose(tab)).toMatchObject({ ok: true })
})

test('the single file checks options with a rare part, and does without where it is missing', async ({
  page: tab,
  context,
  host,
  pageErrors,
}) => {
  const said: string[] = []
  tab.on('console', (message) => said.push(message.text()))
  const checked = await host(page("{ guide: { tours: 'none' } }"))
  await tab.goto(checked.url)
  await expect.poll(() => said.join()).toContain('`tours` is not a list')
  await context.route(rare, (route) => route.abort())
  const alone = await host(page("{ scheme: 'dark' }"))
  await tab.goto(alone.url)
  await expect(widget(tab).launcher).toBeVisible()
  expect(pageErrors).toEqual([])
})
