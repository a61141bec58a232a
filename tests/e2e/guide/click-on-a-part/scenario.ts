import { expect } from '@playwright/test'
import type { Scenario } from '../support/scenario.ts'

export const scenario: Scenario = {
  number: 19,
  title: 'a click on a part of the target counts once, also where the page stops it',
  body: `<div style="padding:150px"><button id="new" style="padding:20px"><svg id="icon" width="30" height="30"><rect width="30" height="30"/></svg></button></div>
<script nonce="n">document.querySelector('#icon').addEventListener('click', (e) => e.stopImmediatePropagation())
document.addEventListener('click', (e) => e.stopPropagation(), true)</script>`,
  steps: [
    { target: '#new', title: 'Press it', by: 'click' },
    { target: '#new', title: 'Once more', by: 'click' },
    { title: 'Twice' },
  ],
  async check({ page, card, start }) {
    await start()
    await expect(card('Press it')).toBeVisible()
    await page.locator('#icon').click()
    await expect(card('Once more')).toBeVisible()
    await page.locator('#icon').click()
    await expect(card('Twice')).toBeVisible()
  },
}
