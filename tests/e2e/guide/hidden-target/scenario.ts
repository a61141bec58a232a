import { expect } from '@playwright/test'
import { boxOf, drawn, isLit, type Scenario } from '../support/scenario.ts'

export const scenario: Scenario = {
  number: 3,
  title: 'a target that is there but cannot be seen is missing until it is shown',
  body: `<div style="padding:200px"><details><summary>More</summary><button id="inside">Inside</button></details></div>`,
  steps: [{ target: '#inside', title: 'Inside it', waitMs: 20_000 }],
  async check(rig) {
    const { page, card } = rig
    await rig.start()
    await drawn(page)
    await expect(card('Inside it')).toBeHidden()
    await page.evaluate(() => document.querySelector('details')?.setAttribute('open', ''))
    await expect(card('Inside it')).toBeVisible()
    await isLit(rig, () => boxOf(page.locator('#inside')))
  },
}
