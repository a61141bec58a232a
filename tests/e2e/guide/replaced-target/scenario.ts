import { expect } from '@playwright/test'
import { boxOf, isLit, type Scenario } from '../support/scenario.ts'

export const scenario: Scenario = {
  number: 4,
  title: 'a target that the framework replaces is followed, and a click on the new one counts',
  body: `<div style="padding:150px"><button id="save">Save</button></div>`,
  steps: [{ target: '#save', title: 'Save it', by: 'click' }, { title: 'Saved' }],
  async check(rig) {
    const { page, card } = rig
    await rig.start()
    await expect(card('Save it')).toBeVisible()
    await page.evaluate(() => {
      const old = document.querySelector('#save')
      const fresh = Object.assign(document.createElement('button'), { id: 'save', textContent: 'Save all of it' })
      fresh.style.marginLeft = '120px'
      old?.replaceWith(fresh)
    })
    await isLit(rig, () => boxOf(page.locator('#save')))
    await expect(card('Save it')).toBeVisible()
    await page.locator('#save').click()
    await expect(card('Saved')).toBeVisible()
  },
}
