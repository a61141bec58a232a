import { storedEntries } from '../../support/stored.ts'
import { expect, test } from '../../support/test.ts'
import { card, openWith, press, start, tracked } from '../support/open.ts'

const step = (id: string) => ({ id, title: `Title ${id}`, text: 'Text' })
const steps = [step('one'), step('two'), step('three')]
const guide = { tours: [{ id: 'welcome', when: { kind: 'page', path: '/*' }, steps }] }

test('23. a reload and a second tab go on from the same step; it is finished once, for all of them', async ({
  page,
  host,
}) => {
  const url = await openWith(page, host, guide)
  await expect(card(page, 'Title one')).toBeVisible()
  await press(page, 'Title one')
  // A person's reload comes later than this one could.
  await expect.poll(() => storedEntries(page)).toContainEqual(expect.stringContaining('guide/current'))
  await page.reload()
  await expect(card(page, 'Title two')).toBeVisible()
  const second = await page.context().newPage()
  await second.goto(url)
  await expect(card(second, 'Title two')).toBeVisible()
  await press(second, 'Title two')
  await expect(card(second, 'Title three')).toBeVisible()
  await expect(card(page, 'Title three')).toBeVisible()
  await press(page, 'Title three', 'Done')
  await expect(card(second, 'Title three')).toBeHidden()
  const finished = [...(await tracked(page, 'tour_completed')), ...(await tracked(second, 'tour_completed'))]
  expect(finished).toHaveLength(1)
  await page.reload()
  await expect(page.locator('docent-widget .launcher')).toBeVisible()
  await start(page, 'welcome')
  await expect(card(page, 'Title one')).toBeVisible()
  expect(await tracked(page, 'tour_started')).toMatchObject([{ data: { reason: 'manual' } }])
})
