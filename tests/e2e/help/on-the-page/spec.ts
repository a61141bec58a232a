import type { Page } from '@playwright/test'
import { scriptTag } from '../../support/host-page.ts'
import { expect, test, widget } from '../../support/test.ts'

/** As a host that marks its pages. */
const onPage = (attributes = 'data-app="e2e"', nonce = ''): string => {
  const [queue, loader] = scriptTag(attributes, nonce).trim().split('\n')
  return `${queue}<script${nonce}>Docent('options', { faq: { onPage: true } })</script>${loader}`
}
const block = (page: Page) => page.getByRole('region', { name: 'Help for this page' })
const title = (page: Page, name: string) => widget(page).panel.getByRole('heading', { level: 1, name })
const call = (page: Page, ...parameters: unknown[]): Promise<unknown> =>
  page.evaluate((given) => (window as unknown as { Docent(...given: unknown[]): unknown }).Docent(...given), parameters)

test('a control of the page opens its article', async ({ page, host }) => {
  const { url } = await host({
    body: `<main data-docent-article="no-vat"><a href="/elsewhere" data-docent-article="vat-rates"><b>Rates</b></a>
      <form action="/sent"><button data-docent-article="send-invoice">Sending</button></form> <a href="#below">Below</a></main>${onPage()}`,
  })
  await page.goto(url)
  const { launcher, panel } = widget(page)
  await expect(launcher).toBeVisible()
  await page.getByRole('link', { name: 'Rates' }).click()
  await expect(title(page, 'VAT rates we know')).toBeVisible()
  await page.getByRole('button', { name: 'Sending' }).click()
  await expect(title(page, 'Send an invoice')).toBeVisible()
  expect(page.url()).toBe(`${url}/`)
  await page.keyboard.press('Escape')
  await expect(panel).toBeHidden()

  // A part of the page that names an article is no control; it says what the page is about.
  await page.getByRole('link', { name: 'Below' }).click()
  expect(page.url()).toBe(`${url}/#below`)
  await expect(panel).toBeHidden()
  await launcher.click()
  await widget(page).tab('Help').click()
  await expect(panel.getByRole('heading', { name: 'For this page' })).toBeVisible()
  await expect(panel.getByRole('link', { name: 'If you are not registered for VAT' })).toBeVisible()
})

test('the host opens an article, or a part of it, by its id', async ({ page, host }) => {
  const { url } = await host()
  await page.goto(url)
  await expect(widget(page).launcher).toBeVisible()
  await call(page, 'open', 'faq', 'vat-rates')
  await expect(title(page, 'VAT rates we know')).toBeVisible()
  await call(page, 'faq.open', 'send-invoice')
  await expect(title(page, 'Send an invoice')).toBeVisible()
  await call(page, 'open', 'faq', 'there-is-none')
  await expect(widget(page).panel.getByRole('heading', { name: 'This article is not here any more' })).toBeVisible()
})

const strict = [
  "default-src 'none'",
  "script-src 'nonce-abc' 'strict-dynamic'",
  "style-src 'nonce-abc'",
  'connect-src {docent}',
  "img-src 'self' data: {docent}",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ')
const hostile = `<style nonce="abc">* { font: 40px/2 cursive !important; letter-spacing: 1em !important; color: red !important; text-transform: uppercase !important; padding: 30px !important }
a { border: 9px solid !important } div { display: inline-block !important; filter: blur(4px) !important; transform: rotate(3deg) !important }</style>`

test('a block at the foot of a page is quiet, follows the page, and looks the same under a strict policy and hostile rules', async ({
  page,
  host,
}) => {
  const looks: unknown[] = []
  for (const head of ['', hostile]) {
    const { url } = await host({
      head,
      headers: { 'content-security-policy': strict },
      body: `<script nonce="abc">window.violations = []; addEventListener('securitypolicyviolation', (event) => violations.push(event.violatedDirective))</script>
        <h1>Invoice</h1><docent-help></docent-help>${onPage('data-app="e2e"', ' nonce="abc"')}`,
    })
    await page.goto(`${url}/invoices`)
    await expect(block(page).getByRole('link')).toHaveCount(3)
    expect(await page.evaluate(() => document.activeElement === document.body)).toBe(true)
    await expect(widget(page).panel).toBeHidden()
    looks.push(
      await block(page).evaluate((section) => {
        const { color, fontFamily, letterSpacing } = getComputedStyle(section)
        const { height } = section.getBoundingClientRect()
        const [link] = section.querySelectorAll('a')
        const style = link && getComputedStyle(link)
        return [color, fontFamily, letterSpacing, height, style?.padding, style?.borderTopWidth, style?.textTransform]
      }),
    )
    expect(await page.evaluate(() => (window as unknown as { violations: string[] }).violations)).toEqual([])
  }
  expect(looks[1]).toEqual(looks[0])

  const first = await block(page).getByRole('link').first().textContent()
  await page.evaluate(() => history.pushState({}, '', '/clients'))
  await expect(block(page).getByRole('link').first()).not.toHaveText(first ?? '')
  const client = (await block(page).getByRole('link').first().textContent())?.replace(/\d min$/, '')
  await block(page).getByRole('link').first().click()
  await expect(title(page, client ?? '')).toBeVisible()
  await page.evaluate(() => history.pushState({}, '', '/nothing-about-this'))
  await expect(block(page)).toHaveCount(0)
})

test('the host mounts a block with articles of its own; it outlives a sign-out, and destroy() leaves nothing', async ({
  page,
  host,
}) => {
  const { url } = await host({
    body: `<h1>Page</h1><div id="foot"></div><p id="far" style="margin-top: 5000px"></p>${onPage()}`,
  })
  const asked: string[] = []
  page.on('request', (request) => void asked.push(request.url()))
  await page.goto(url)
  await expect(widget(page).launcher).toBeVisible()
  const nodes = () => page.evaluate(() => document.querySelectorAll('*').length)
  const before = await nodes()
  await page.evaluate(async () => {
    const { Docent } = window as unknown as { Docent(...given: unknown[]): Promise<() => void> }
    const mount = (id: string, articles: string[]) => Docent('faq.mount', document.getElementById(id), { articles })
    Object.assign(window, { unmount: await mount('foot', ['vat-rates', 'there-is-none', 'no-vat']) })
  })
  await expect(block(page).getByRole('link')).toHaveText([
    /^VAT rates we know\d min$/,
    /^If you are not registered for VAT\d min$/,
  ])
  await block(page).getByRole('button', { name: 'Ask about this page' }).click()
  await expect(widget(page).composer).toBeVisible()
  await page.keyboard.press('Escape')
  await call(page, 'identify', { id: 'u1' })
  await call(page, 'signOut')
  await expect(block(page)).toHaveCount(1)
  await page.evaluate(() => (window as unknown as { unmount(): void }).unmount())
  await expect(block(page)).toHaveCount(0)
  expect(await nodes()).toBe(before)

  // What comes later is drawn, and what lies far below only when the reader comes near.
  await page.evaluate(() => document.getElementById('far')?.append(document.createElement('docent-help')))
  await page.evaluate(() => history.pushState({}, '', '/invoices'))
  await expect(block(page)).toHaveCount(0)
  await page.locator('#far').scrollIntoViewIfNeeded()
  await expect(block(page)).toHaveCount(1)
  await call(page, 'destroy')
  await expect(block(page)).toHaveCount(0)
  expect(await page.evaluate(() => document.querySelector('docent-help')?.childElementCount)).toBe(0)
})

test('a wrong element is refused with a word on how to mend it', async ({ page, host }) => {
  const { url } = await host()
  await page.goto(url)
  await expect(widget(page).launcher).toBeVisible()
  await expect(call(page, 'faq.mount', null)).rejects.toThrow('mount() was given no element')
})
