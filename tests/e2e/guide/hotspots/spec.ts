import { violations } from '../../support/axe.ts'
import { expect, test, widget } from '../../support/test.ts'
import { card, openWith, press, start, track, tracked } from '../support/open.ts'

const guide = {
  hotspots: [
    {
      id: 'export',
      target: '#export',
      title: 'Exports',
      text: 'As CSV, too.',
      until: { kind: 'event', name: 'exported' },
    },
    { id: 'filter', target: '#filter', title: 'Filters', text: 'By client.' },
  ],
  banners: [{ id: 'pause', text: 'We pause on Sunday', action: { kind: 'page', url: '#sunday', label: 'Why?' } }],
  tours: [
    { id: 'hold', steps: [{ id: 'first', kind: 'modal', title: 'First this', text: 'Then the rest.' }] },
    {
      id: 'mixed',
      steps: [
        { id: 'sort', kind: 'hidden', next: [{ to: 'dot', when: { kind: 'page', path: '/' } }] },
        { id: 'never', title: 'Never', text: 'Seen.' },
        { id: 'dot', kind: 'hotspot', target: '#filter', title: 'A dot', text: 'On it.' },
        { id: 'bar', kind: 'banner', title: 'A bar', text: 'At the foot.' },
      ],
    },
  ],
}
const body = `<input id="field"><button id="export" style="margin:120px">Export</button><button id="filter">Filter</button>`

test('dots wait without disturbing, tell more when pressed, and go for good once closed or used', async ({
  page,
  host,
}) => {
  await openWith(page, host, guide, body)
  const dot = (name: string) => page.locator('docent-widget').getByRole('button', { name, exact: true })
  await expect(dot('Exports')).toBeVisible()
  await expect(dot('Filters')).toBeVisible()
  expect(await violations(page, 'docent-widget')).toEqual([])
  await page.locator('#field').fill('typing')
  await expect(page.locator('#field')).toBeFocused()
  await dot('Filters').click()
  await expect(card(page, 'Filters')).toBeVisible()
  await card(page, 'Filters').getByRole('button', { name: 'Got it' }).press('Escape')
  await expect(card(page, 'Filters')).toBeHidden()
  await expect(dot('Filters')).toBeFocused()
  await dot('Filters').click()
  await press(page, 'Filters', 'Got it')
  await expect(dot('Filters')).toBeHidden()
  await track(page, 'exported')
  await expect(dot('Exports')).toBeHidden()
  expect(await tracked(page, 'notice_retired')).toMatchObject([{ data: { id: 'export' } }])
  await page.reload()
  await expect(page.getByText('We pause on Sunday')).toBeVisible()
  await expect(dot('Exports').or(dot('Filters'))).toHaveCount(0)
})

test('a banner makes room for a step that holds the page; it is read, acted on, and gone', async ({ page, host }) => {
  await openWith(page, host, guide, body)
  const banner = page.getByText('We pause on Sunday')
  await expect(banner).toBeVisible()
  await start(page, 'hold')
  await expect(card(page, 'First this')).toBeVisible()
  await expect(banner).toBeHidden()
  await press(page, 'First this', 'Done')
  await expect(banner).toBeVisible()
  await page.getByRole('button', { name: 'Why?' }).click()
  await expect(page).toHaveURL(/#sunday$/)
  await expect(page.getByText('We pause on Sunday')).toBeHidden()
})

test('on a phone the launcher stays free, and an open panel is covered by nothing', async ({ page, host }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await openWith(page, host, guide, body)
  const dot = page.locator('docent-widget').getByRole('button', { name: 'Exports', exact: true })
  const banner = page.getByText('We pause on Sunday')
  await expect(dot.and(page.locator('.placed'))).toBeVisible()
  await expect(banner).toBeVisible()
  await widget(page).launcher.click()
  await expect(widget(page).panel).toBeVisible()
  await expect(dot).toBeHidden()
  await expect(banner).toBeHidden()
  await widget(page).panel.getByRole('button', { name: 'Close' }).click()
  await expect(dot).toBeVisible()
  await expect(banner).toBeVisible()
})

test('as steps of a tour they lead on, after one that only decides', async ({ page, host }) => {
  await openWith(page, host, { tours: guide.tours }, body)
  await start(page, 'mixed')
  await page.locator('docent-widget').getByRole('button', { name: 'A dot' }).click()
  await press(page, 'A dot')
  const bar = page.locator('docent-widget').getByRole('region', { name: 'A bar' })
  await bar.getByRole('button', { name: 'Done' }).click()
  await expect(bar).toBeHidden()
  expect(await tracked(page, 'tour_completed')).toHaveLength(1)
})
