import { expect } from '@playwright/test'
import { focused, type Scenario } from '../support/scenario.ts'

export const scenario: Scenario = {
  number: 14,
  title: 'a step that holds the page keeps the focus in card and target, both ways, and gives it back',
  body: `<button id="opener" style="margin:40px">Help</button><button id="other">Other</button><div style="padding:120px"><button id="target">Target</button></div>
<script nonce="n">var others = 0; document.querySelector('#other').onclick = () => others++</script>`,
  steps: [{ target: '#target', title: 'Only this', blocks: true }],
  async check({ page, card, start, next }) {
    await page.locator('#opener').focus()
    await start()
    await expect(card('Only this')).toBeVisible()
    for (const key of ['Tab', 'Shift+Tab']) {
      const seen = new Set<string>()
      for (let times = 0; times < 6; times++) {
        await page.keyboard.press(key)
        seen.add(await focused(page))
      }
      expect([...seen]).toContain('target')
      expect(seen.has('opener') || seen.has('other')).toBe(false)
    }
    const { x, y } = (await page.locator('#other').boundingBox()) ?? { x: 0, y: 0 }
    await page.mouse.click(x + 5, y + 5)
    expect(await page.evaluate(() => (window as { others?: number }).others)).toBe(0)
    await expect(card('Only this')).toBeVisible()
    await next('Only this')
    await expect.poll(() => focused(page)).toBe('opener')
  },
}
