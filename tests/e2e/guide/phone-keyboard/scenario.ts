import { expect } from '@playwright/test'
import { boxOf, focused, type Scenario } from '../support/scenario.ts'

export const scenario: Scenario = {
  number: 12,
  title: 'on a phone the field keeps the focus while the keyboard comes, and the card does not cover it',
  viewport: { width: 390, height: 780 },
  hasTouch: true,
  body: `<div style="height:300px"></div><label>Name <input id="field"></label><div style="height:1200px"></div>`,
  steps: [{ target: '#field', title: 'Your name' }],
  async check({ page, card, start }) {
    await start()
    await expect(card('Your name')).toBeVisible()
    await page.locator('#field').tap()
    await page.keyboard.type('An')
    await page.setViewportSize({ width: 390, height: 420 })
    await page.keyboard.type('na')
    await expect(page.locator('#field')).toHaveValue('Anna')
    expect(await focused(page)).toBe('field')
    await expect(async () => {
      const [field, over] = [await boxOf(page.locator('#field')), await boxOf(card('Your name'))]
      expect(over.y >= field.y + field.height || over.y + over.height <= field.y).toBe(true)
    }).toPass({ timeout: 3000 })
  },
}
