import { expect, test } from '../../support/test.ts'
import { card, openWith, press, start } from '../support/open.ts'
import { boxOf } from '../support/scenario.ts'

const policy =
  "default-src 'self'; script-src 'nonce-n' 'strict-dynamic'; style-src-elem 'nonce-n'; style-src-attr 'none'; connect-src {docent}; require-trusted-types-for 'script'; trusted-types 'none'"

test('25. a strict policy, Trusted Types, no storage and a script tag given twice: it works, and nothing is reported', async ({
  page,
  host,
}) => {
  await page.addInitScript(() => {
    const refuse = (): never => {
      throw new DOMException('no', 'SecurityError')
    }
    for (const name of ['localStorage', 'sessionStorage', 'indexedDB'])
      Object.defineProperty(window, name, { get: refuse })
    Object.assign(window, { reports: [] })
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
      ;(window as unknown as { reports: string[] }).reports.push(`${violatedDirective} ${blockedURI}`)
    })
  })
  const steps = [
    { id: 'one', title: 'Title one', text: 'Text', target: '#there' },
    { id: 'two', kind: 'modal', title: 'Title two', text: 'Text' },
    { id: 'three', kind: 'question', question: { kind: 'text' }, title: 'Title three', text: 'Text' },
  ]
  const again = `<script nonce="n" async src="{docent}/cdn/loader.js" data-server="{docent}" data-app="e2e"></script>`
  const body = `<button id="there">There</button>${again}`
  await openWith(page, host, { tours: [{ id: 'strict', steps }] }, body, {
    headers: { 'content-security-policy': policy },
  })
  await start(page, 'strict')
  await expect(card(page, 'Title one')).toBeVisible()
  const [at, over] = [await boxOf(page.locator('#there')), await boxOf(card(page, 'Title one'))]
  expect(over.y).toBeGreaterThan(at.y)
  await press(page, 'Title one')
  await press(page, 'Title two')
  await expect(card(page, 'Title three')).toBeVisible()
  await expect(page.locator('docent-widget')).toHaveCount(1)
  expect(await page.evaluate(() => (window as unknown as { reports: string[] }).reports)).toEqual([])
})
