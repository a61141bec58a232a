import { expect } from '@playwright/test'
import { boxOf, isLit, type Scenario } from '../support/scenario.ts'

export const scenario: Scenario = {
  number: 17,
  title: 'a target in nested shadow trees is found, lit and pressed',
  body: `<div style="padding:120px"><x-outer></x-outer></div><script nonce="n">
const outer = document.querySelector('x-outer').attachShadow({ mode: 'open' }), inner = document.createElement('x-inner')
outer.append(inner); const button = Object.assign(document.createElement('button'), { id: 'deep', textContent: 'Deep' })
inner.attachShadow({ mode: 'open' }).append(button)</script>`,
  steps: [{ target: '#deep', title: 'In the shadow', by: 'click' }, { title: 'Pressed' }],
  async check(rig) {
    await rig.start()
    await expect(rig.card('In the shadow')).toBeVisible()
    await isLit(rig, () => boxOf(rig.page.locator('#deep')))
    await rig.page.locator('#deep').click()
    await expect(rig.card('Pressed')).toBeVisible()
  },
}
