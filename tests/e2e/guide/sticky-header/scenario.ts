import { expect } from '@playwright/test'
import { boxOf, isInWindow, type Scenario } from '../support/scenario.ts'

export const scenario: Scenario = {
  number: 6,
  title: 'a target taller than the phone is shown from its top, below the header that stays',
  viewport: { width: 390, height: 700 },
  body: `<header id="header" style="position:sticky;top:0;height:80px;background:#cde;z-index:5">Header</header><div style="height:1500px"></div>
<section id="tall" style="height:1400px;background:#eee">Tall</section><div style="height:1500px"></div>`,
  steps: [{ target: '#tall', title: 'All of this' }],
  async check({ page, card, start }) {
    await start()
    await expect(card('All of this')).toBeVisible()
    await isInWindow(page, card('All of this'))
    await expect(async () => {
      const { y } = await boxOf(page.locator('#tall'))
      expect(y).toBeGreaterThanOrEqual(79)
      expect(y).toBeLessThan(350)
    }).toPass({ timeout: 3000 })
  },
}
