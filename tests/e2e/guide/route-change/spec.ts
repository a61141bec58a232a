import { expect, test } from '../../support/test.ts'
import { card, openWith, press, start, tracked } from '../support/open.ts'

const step = (id: string, more: object = {}) => ({ id, title: `Title ${id}`, text: 'Text', ...more })
const tours = [
  {
    id: 'routes',
    steps: [
      step('list', { page: '/list', advance: { kind: 'page', path: '/list/:id' } }),
      step('one', { page: '/list/:id' }),
    ],
  },
]

test('22. the tour waits while the visitor is on another route, leaves nothing there, and goes on where it was', async ({
  page,
  host,
}) => {
  await openWith(page, host, { tours })
  await page.evaluate(() => history.pushState(null, '', '/list'))
  await start(page, 'routes')
  await expect(card(page, 'Title list')).toBeVisible()
  await page.evaluate(() => history.pushState(null, '', '/elsewhere'))
  await expect(page.locator('docent-widget .tour')).toHaveCount(0)
  await page.goBack()
  await expect(card(page, 'Title list')).toBeVisible()
  await page.evaluate(() => history.pushState(null, '', '/list/42'))
  await expect(card(page, 'Title one')).toBeVisible()
  await press(page, 'Title one', 'Done')
  await expect(page.locator('docent-widget .tour')).toHaveCount(0)
  expect(await tracked(page, 'tour_completed')).toHaveLength(1)
})
