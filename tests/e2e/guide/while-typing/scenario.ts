import { expect } from '@playwright/test'
import { focused, type Scenario } from '../support/scenario.ts'

export const scenario: Scenario = {
  number: 15,
  title: 'a step that does not hold the page leaves focus, selection and keys to who is typing',
  body: `<div style="padding:60px"><textarea id="text">one two three</textarea><button id="send">Send</button></div><div style="padding:100px"><button id="target">Target</button></div>`,
  steps: [{ target: '#target', title: 'By the way' }],
  async check({ page, card, start }) {
    await page.locator('#text').focus()
    await page.evaluate(() => (document.querySelector('#text') as HTMLTextAreaElement).setSelectionRange(4, 7))
    await start()
    await expect(card('By the way')).toBeVisible()
    expect(await focused(page)).toBe('text')
    await page.keyboard.type('TWO')
    await expect(page.locator('#text')).toHaveValue('one TWO three')
    await page.keyboard.press('Escape')
    await expect(card('By the way')).toBeVisible()
    await page.keyboard.press('Tab')
    expect(await focused(page)).toBe('send')
  },
}
