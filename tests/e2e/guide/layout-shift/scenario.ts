import { expect } from '@playwright/test'
import { boxOf, isLit, type Scenario } from '../support/scenario.ts'

export const scenario: Scenario = {
  number: 9,
  title: 'a target that the layout moves is followed, and nothing runs while it stands',
  body: `<nav id="side" style="float:left;width:60px;height:400px;transition:width .2s;background:#cde"></nav><div id="above"></div><button id="moved" style="margin:80px">Moved</button>`,
  steps: [{ target: '#moved', title: 'Wherever it goes' }],
  async check(rig) {
    const { page } = rig
    await rig.start()
    await expect(rig.card('Wherever it goes')).toBeVisible()
    const target = () => boxOf(page.locator('#moved'))
    await isLit(rig, target)
    await page.evaluate(() =>
      Object.assign((document.querySelector('#above') as HTMLElement).style, { height: '140px' }),
    )
    await isLit(rig, target)
    await page.evaluate(() => Object.assign((document.querySelector('#side') as HTMLElement).style, { width: '300px' }))
    await isLit(rig, target)
    await page.setViewportSize({ width: 900, height: 700 })
    await isLit(rig, target)
    const frames = await page.evaluate(async () => {
      let asked = 0
      const { requestAnimationFrame: ask } = window
      window.requestAnimationFrame = (run) => {
        asked++
        return ask(run)
      }
      await new Promise((resolve) => setTimeout(resolve, 1000))
      return asked
    })
    expect(frames).toBe(0)
  },
}
