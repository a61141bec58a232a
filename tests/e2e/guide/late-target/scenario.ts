import { expect } from '@playwright/test'
import { boxOf, drawn, isLit, type Scenario } from '../support/scenario.ts'

export const scenario: Scenario = {
  number: 1,
  title: 'a target that mounts late is waited for, with nothing on the screen before',
  body: `<main id="app" style="padding:200px"></main>`,
  steps: [{ target: '#late', title: 'Here it is', waitMs: 20_000 }],
  async check(rig) {
    const { page, card } = rig
    await rig.start()
    await drawn(page)
    await expect(card('Here it is')).toBeHidden()
    await page.evaluate(() => {
      document
        .querySelector('#app')
        ?.append(Object.assign(document.createElement('button'), { id: 'late', textContent: 'Late' }))
    })
    await expect(card('Here it is')).toBeVisible()
    await isLit(rig, () => boxOf(page.locator('#late')))
  },
}
