import { expect } from '@playwright/test'
import type { Scenario } from '../support/scenario.ts'

export const scenario: Scenario = {
  number: 11,
  title: 'beside a modal that traps the focus, both can be used, and the focus does not go to and fro',
  body: `<main id="main" aria-hidden="true" inert>Page</main><div id="modal" role="dialog" aria-modal="true" aria-label="Host" style="position:fixed;inset:120px auto auto 200px;padding:40px;background:#fff;z-index:99999"><input id="field"><button id="ok">OK</button></div>
<script nonce="n">var moves = 0; const modal = document.querySelector('#modal'); document.querySelector('#field').focus()
document.addEventListener('focusin', (e) => { moves++; if (!modal.contains(e.target)) document.querySelector('#field').focus() })</script>`,
  steps: [
    { target: '#field', title: 'Type here' },
    { target: '#ok', title: 'Then this' },
  ],
  async check({ page, card, start, next }) {
    await start()
    await expect(card('Type here')).toBeVisible()
    await page.locator('#field').fill('abc')
    await next('Type here')
    await expect(card('Then this')).toBeVisible()
    // By the keyboard, as the trap has given the focus back.
    await page.locator('#field').press('End')
    await page.keyboard.type('def')
    await expect(page.locator('#field')).toHaveValue('abcdef')
    await next('Then this')
    await expect(card('Then this')).toBeHidden()
    expect(await page.evaluate(() => (window as { moves?: number }).moves)).toBeLessThan(12)
  },
}
