import { expect } from '@playwright/test'
import { boxOf, type Scenario } from '../support/scenario.ts'

export const scenario: Scenario = {
  number: 16,
  title: 'a finger that begins on the target scrolls it',
  viewport: { width: 390, height: 780 },
  hasTouch: true,
  body: `<div id="list" style="height:200px;margin:20px;overflow:auto;background:#cde">${'<p>Row</p>'.repeat(60)}</div>`,
  steps: [{ target: '#list', title: 'The list' }],
  async check({ page, card, start }) {
    await start()
    await expect(card('The list')).toBeVisible()
    const { x, y, width, height } = await boxOf(page.locator('#list'))
    const client = await page.context().newCDPSession(page)
    const at = (up: number) => ({ touchPoints: [{ x: x + width / 2, y: y + height * 0.7 - up }] })
    await client.send('Input.dispatchTouchEvent', { type: 'touchStart', ...at(0) })
    for (let up = 10; up <= 120; up += 10)
      await client.send('Input.dispatchTouchEvent', { type: 'touchMove', ...at(up) })
    await client.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
    await expect.poll(() => page.evaluate(() => document.querySelector('#list')?.scrollTop)).toBeGreaterThan(50)
    await expect(card('The list')).toBeVisible()
  },
}
