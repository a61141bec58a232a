import { expect } from '@playwright/test'
import { boxOf, isInWindow, isLit, type Scenario } from '../support/scenario.ts'

export const scenario: Scenario = {
  number: 5,
  title: 'a target in nested scrollers is scrolled to in both directions, and followed',
  body: `<div style="height:1600px">Page</div>
<aside id="sheet" style="position:fixed;inset:0 0 0 auto;width:420px;overflow:auto;border-left:4px solid"><div style="height:1200px"></div>
<div id="inner" style="overflow:auto;width:300px;height:200px"><div style="width:1200px;height:900px;position:relative"><button id="deep" style="position:absolute;left:800px;top:600px">Deep</button></div></div>
<div style="height:900px"></div></aside>`,
  steps: [{ target: '#deep', title: 'Down there' }],
  async check(rig) {
    const { page } = rig
    await rig.start()
    await expect(rig.card('Down there')).toBeVisible()
    await isInWindow(page, page.locator('#deep'))
    await isLit(rig, () => boxOf(page.locator('#deep')))
    expect(await page.evaluate(() => scrollY)).toBe(0)
    await page.evaluate(() => document.querySelector('#inner')?.scrollBy(20, -25))
    await isLit(rig, () => boxOf(page.locator('#deep')))
    await page.evaluate(() => document.querySelector('#sheet')?.scrollBy(0, 30))
    await isLit(rig, () => boxOf(page.locator('#deep')))
  },
}
