import { expect } from '@playwright/test'
import { boxOf, isLit, type Scenario } from '../support/scenario.ts'

export const scenario: Scenario = {
  number: 10,
  title: 'over a modal dialog, also one that opens later, the card is seen and pressed, and the press goes no further',
  body: `<button id="open">Open</button><dialog id="box" style="padding:80px"><button id="inside">Inside</button></dialog>
<script nonce="n">var presses = 0; addEventListener('click', (e) => { if (e.target.id === 'box') presses++ })
document.querySelector('#open').onclick = () => document.querySelector('#box').showModal()</script>`,
  steps: [
    { target: '#open', title: 'Open it', by: 'click' },
    { target: '#inside', title: 'In here' },
    { target: '#inside', title: 'Still here' },
  ],
  async check(rig) {
    const { page, card } = rig
    await rig.start()
    await expect(card('Open it')).toBeVisible()
    await page.locator('#open').click()
    await expect(card('In here')).toBeVisible()
    await isLit(rig, () => boxOf(page.locator('#inside')))
    await rig.next('In here')
    await expect(card('Still here')).toBeVisible()
    expect(
      await page.evaluate(() => [document.querySelector('dialog')?.open, (window as { presses?: number }).presses]),
    ).toEqual([true, 0])
    await rig.next('Still here')
    await page.evaluate(() => document.querySelector('dialog')?.close())
    await page.locator('#open').click()
    await expect(page.locator('#inside')).toBeVisible()
  },
}
