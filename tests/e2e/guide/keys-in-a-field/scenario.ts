import { expect } from '@playwright/test'
import type { Scenario } from '../support/scenario.ts'

export const scenario: Scenario = {
  number: 13,
  title: 'arrows, Enter and Escape in the target belong to it',
  body: `<div style="padding:150px"><input id="field" value="abc"></div>`,
  steps: [{ target: '#field', title: 'Write' }, { title: 'Written' }],
  async check({ page, card, start }) {
    await start()
    await expect(card('Write')).toBeVisible()
    await page.locator('#field').click()
    await page.keyboard.press('End')
    for (const key of ['ArrowLeft', 'ArrowRight', 'ArrowLeft', 'Enter', 'Escape']) await page.keyboard.press(key)
    await page.keyboard.type('X')
    await expect(page.locator('#field')).toHaveValue('abXc')
    await expect(card('Write')).toBeVisible()
  },
}
