import { expect } from '@playwright/test'
import { boxOf, isLit, type Scenario } from '../support/scenario.ts'

export const scenario: Scenario = {
  number: 8,
  title: 'a target in scaled, zoomed and fixed parts of a page that transforms everything is lit where it is',
  body: `<style>* { transform: translateZ(0) }</style><div style="height:300px"></div>
<div style="position:fixed;top:120px;left:200px;zoom:1.25"><div style="transform:scale(.8) translateX(30px)"><button id="odd">Odd</button></div></div>
<div style="transform:scale(1.2);transform-origin:0 0"><div style="position:sticky;top:0"><button id="flow" style="margin:40px">Flow</button></div></div><div style="height:2000px"></div>`,
  steps: [
    { target: '#odd', title: 'Fixed' },
    { target: '#flow', title: 'In the flow' },
  ],
  async check(rig) {
    const { page } = rig
    await rig.start()
    await expect(rig.card('Fixed')).toBeVisible()
    await isLit(rig, () => boxOf(page.locator('#odd')))
    await rig.next('Fixed')
    await isLit(rig, () => boxOf(page.locator('#flow')))
    await page.evaluate(() => scrollBy(0, 60))
    await isLit(rig, () => boxOf(page.locator('#flow')))
  },
}
