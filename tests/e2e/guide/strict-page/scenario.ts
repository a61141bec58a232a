import { expect } from '@playwright/test'
import { boxOf, type Scenario } from '../support/scenario.ts'

const policy =
  "default-src 'self'; script-src 'nonce-n' 'strict-dynamic'; style-src-elem 'nonce-n'; style-src-attr 'none'; connect-src {docent}; require-trusted-types-for 'script'; trusted-types 'none'"

export const scenario: Scenario = {
  number: 25,
  title: 'under a strict policy, with Trusted Types and without storage it works, looks right, and nothing is reported',
  headers: { 'content-security-policy': policy },
  body: '<button id="there">There</button>',
  steps: [
    { target: '#there', title: 'Title one' },
    { title: 'Title two', blocks: true },
  ],
  async before(page) {
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
  },
  async check({ page, card, next, start }) {
    await start()
    await expect(card('Title one')).toBeVisible()
    const [at, over] = [await boxOf(page.locator('#there')), await boxOf(card('Title one'))]
    expect(over.y).toBeGreaterThan(at.y)
    await next('Title one')
    await expect(card('Title two')).toBeVisible()
    await next('Title two')
    await expect(card('Title two')).toBeHidden()
    expect(await page.evaluate(() => (window as unknown as { reports: string[] }).reports)).toEqual([])
  },
}
