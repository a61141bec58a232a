import { expect } from '@playwright/test'
import type { Scenario } from '../support/scenario.ts'

export const scenario: Scenario = {
  number: 21,
  title: 'a double click, and Enter held down, go one step',
  body: '<p>Page</p>',
  steps: [{ title: 'One' }, { title: 'Two' }, { title: 'Three' }, { title: 'Four' }],
  async check({ page, card, start }) {
    await start()
    const button = (title: string) => card(title).getByRole('button', { name: /^Next/ })
    await button('One').dblclick()
    await expect(card('Two')).toBeVisible()
    await button('Two').focus()
    await page.keyboard.down('Enter')
    for (let times = 0; times < 3; times++) await page.keyboard.down('Enter')
    await page.keyboard.up('Enter')
    await expect(card('Three')).toBeVisible()
    await expect(card('Four')).toBeHidden()
  },
}
