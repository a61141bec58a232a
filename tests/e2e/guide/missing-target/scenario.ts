import { expect } from '@playwright/test'
import type { Scenario } from '../support/scenario.ts'

export const scenario: Scenario = {
  number: 2,
  title: 'a last target that never comes ends the tour, as its definition says',
  body: `<button id="there" style="margin:100px">There</button>`,
  steps: [
    { target: '#there', title: 'First' },
    { target: '#never', title: 'Second', waitMs: 300, ifMissing: 'end' },
  ],
  async check({ page, card, start, lit, next }) {
    await start()
    await next('First')
    await expect(card('First')).toBeHidden()
    await expect.poll(lit, { timeout: 3000 }).toBeUndefined()
    await page.locator('#there').click({ timeout: 3000 })
    await expect(card('Second')).toBeHidden()
  },
}
