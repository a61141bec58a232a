import { expect } from '@playwright/test'
import { boxOf, isInWindow, isLit, type Scenario } from '../support/scenario.ts'

export const scenario: Scenario = {
  number: 7,
  title: 'of a target that is cut off only what can be seen is lit, and nothing once it is scrolled away',
  body: `<div id="cut" style="width:220px;height:120px;overflow:hidden;margin:160px;position:relative"><div id="wide" style="width:600px;height:60px;background:#cde">Wide</div><div style="height:400px"></div></div>`,
  steps: [{ target: '#wide', title: 'Part of it' }],
  async check(rig) {
    const { page, card } = rig
    await rig.start()
    await expect(card('Part of it')).toBeVisible()
    const seen = async () => ({ ...(await boxOf(page.locator('#wide'))), width: 220 })
    await isLit(rig, seen)
    await page.evaluate(() => document.querySelector('#cut')?.scrollTo(0, 30))
    await isLit(rig, async () => ({ ...(await boxOf(page.locator('#cut'))), width: 220, height: 30 }))
    await page.evaluate(() => document.querySelector('#cut')?.scrollTo(0, 200))
    await expect.poll(rig.lit).toBeUndefined()
    await isInWindow(page, card('Part of it'))
  },
}
