import { expect } from '@playwright/test'
import type { Scenario } from '../support/scenario.ts'

export const scenario: Scenario = {
  number: 20,
  title: 'typing goes on once the value passes, and not in its middle',
  body: `<div style="padding:150px"><input id="iban" required></div>`,
  steps: [{ target: '#iban', title: 'Your IBAN', by: 'input', pattern: '[A-Z]{2}\\d{4}' }, { title: 'Thanks' }],
  async check({ page, card, start }) {
    await start()
    await expect(card('Your IBAN')).toBeVisible()
    await page.locator('#iban').fill('LV12')
    await page.locator('#iban').blur()
    await expect(card('Your IBAN')).toBeVisible()
    await page.locator('#iban').press('End')
    await page.locator('#iban').pressSequentially('34', { delay: 20 })
    await expect(card('Thanks')).toBeVisible()
  },
}
