import { expect, test } from '../../support/test.ts'
import { card, openWith, press } from '../support/open.ts'

const everywhere = { kind: 'page', path: '/*' }
const tour = (id: string, priority: number) => ({
  ...{ id, priority, when: everywhere },
  steps: [{ id: 'only', title: `Title ${id}`, text: 'Text' }],
})

test('24. of what is due at once the most important shows, and the next when it is gone; what is typed goes first', async ({
  page,
  host,
}) => {
  const guide = {
    tours: [tour('first', 1), tour('second', 5)],
    banners: [
      { id: 'news', text: 'Exports are faster', priority: 1 },
      { id: 'pause', text: 'We pause on Sunday', priority: 3 },
    ],
  }
  await openWith(page, host, guide, '<textarea id="text" autofocus></textarea><button>Elsewhere</button>')
  const cards = page.locator('docent-widget .pop')
  await expect(page.locator('#text')).toBeFocused()
  await expect(cards).toHaveCount(0)
  await page.getByRole('button', { name: 'Elsewhere' }).focus()
  await expect(card(page, 'Title second')).toBeVisible()
  await expect(cards).toHaveCount(1)
  await expect(page.getByText('We pause on Sunday')).toBeVisible()
  await expect(page.getByText('Exports are faster')).toBeHidden()
  await press(page, 'Title second', 'Done')
  await expect(card(page, 'Title first')).toBeVisible()
  await page.getByRole('button', { name: 'Got it' }).click()
  await expect(page.getByText('Exports are faster')).toBeVisible()
})
