import type { Page } from '@playwright/test'
import { expect, test } from '../../support/test.ts'
import { card, openWith, press, start } from '../support/open.ts'
import { boxOf, isInWindow, isLit, type Rig } from '../support/scenario.ts'

const margin = 8
/** What is lit of the page, as its own boxes are told, zoomed or not. */
const rig = (page: Page): Rig => ({
  page,
  start: async () => void (await start(page, 'zoomed')),
  card: (title) => card(page, title),
  lit: () =>
    page.evaluate((by) => {
      const ring = document.querySelector('docent-widget')?.shadowRoot?.querySelector('.spot.on')
      const box = ring?.getBoundingClientRect()
      return box && { x: box.x + by, y: box.y + by, width: box.width - 2 * by, height: box.height - 2 * by }
    }, margin),
  next: (title) => press(page, title),
})
const steps = [
  { id: 'one', target: '#near', title: 'Near', text: 'At the start of the line.', placement: 'end' },
  { id: 'two', target: '#far', title: 'Far', text: 'At the end of a long way.', placement: 'start' },
]
const guide = {
  tours: [{ id: 'zoomed', steps }],
  hotspots: [{ id: 'dot', target: '#near', title: 'New here', text: 'More.' }],
}
const body = `<div style="display:flex;justify-content:space-between;padding:150px 40px"><button id="near">Near</button><span>Between</span></div>
<div style="height:900px"></div><button id="far" style="margin-inline-start:700px">Far</button><div style="height:700px;width:1500px"></div>`

/** Both steps are lit where their targets are, with the card beside. */
async function walks(page: Page): Promise<void> {
  const tour = rig(page)
  await tour.start()
  for (const [title, target] of [
    ['Near', '#near'],
    ['Far', '#far'],
  ] as const) {
    const at = page.locator(target)
    await expect(tour.card(title)).toBeVisible()
    await isLit(tour, () => boxOf(at))
    await isInWindow(page, tour.card(title))
    await expect(async () => {
      const [there, shown] = [await boxOf(at), await boxOf(tour.card(title))]
      const across = Math.max(there.x - shown.x - shown.width, shown.x - there.x - there.width)
      const down = Math.max(there.y - shown.y - shown.height, shown.y - there.y - there.height)
      // Beside it: 8 px of the ring, 8 px of room.
      expect(Math.abs(Math.max(across, down) - 16), JSON.stringify([there, shown])).toBeLessThanOrEqual(1)
    }).toPass({ timeout: 5000 })
    await tour
      .card(title)
      .getByRole('button', { name: /^(Next|Done)$/ })
      .click()
  }
  await expect(page.locator('docent-widget .tour .pop')).toHaveCount(0)
}

test('right to left, sides are mirrored, the card stays in the window, and a dot is at the other corner', async ({
  page,
  host,
}) => {
  await openWith(page, host, guide, `<script nonce="n">document.documentElement.dir = 'rtl'</script>${body}`)
  await walks(page)
  const [near, dot] = [await boxOf(page.locator('#near')), page.getByRole('button', { name: 'New here' })]
  const { x, width } = await boxOf(dot)
  expect(Math.abs(x + width / 2 - near.x)).toBeLessThanOrEqual(2)
})

test.describe('at 400 % page zoom', () => {
  // What a window of 1280 by 1024 is then: as many pixels, each four times as large.
  test.use({ viewport: { width: 320, height: 256 }, deviceScaleFactor: 4 })
  test('the card is in the window, and can be left', async ({ page, host }) => {
    await openWith(page, host, guide, body)
    await start(page, 'zoomed')
    await isInWindow(page, card(page, 'Near'))
    await press(page, 'Near')
    await isInWindow(page, card(page, 'Far'))
    await press(page, 'Far', 'Done')
    await expect(page.locator('docent-widget .tour .pop')).toHaveCount(0)
  })
})

test.describe('zoomed by two fingers', () => {
  test.use({
    viewport: { width: 390, height: 780 },
    hasTouch: true,
    isMobile: ({ browserName }, use) => use(browserName === 'chromium'),
  })
  test('what is lit stays with its target, and the card within what is to be seen', async ({
    page,
    host,
    browserName,
  }) => {
    test.skip(browserName !== 'chromium', 'two fingers are played by Chromium’s own protocol')
    await openWith(page, host, guide, body)
    const tour = rig(page)
    await tour.start()
    await expect(tour.card('Near')).toBeVisible()
    const client = await page.context().newCDPSession(page)
    await client.send('Emulation.setPageScaleFactor', { pageScaleFactor: 1.1 })
    await expect.poll(() => page.evaluate(() => visualViewport?.scale)).toBeGreaterThan(1.05)
    await isLit(tour, () => boxOf(page.locator('#near')))
    await expect(async () => {
      const { x, y, width, height } = await boxOf(tour.card('Near'))
      const seen = await page.evaluate(() => {
        const { offsetLeft = 0, offsetTop = 0, width: across = 0, height: down = 0 } = visualViewport ?? {}
        return { left: offsetLeft, top: offsetTop, right: offsetLeft + across, bottom: offsetTop + down }
      })
      expect(x >= seen.left - 1 && y >= seen.top - 1, JSON.stringify([x, y, width, height, seen])).toBe(true)
      expect(x + width <= seen.right + 1 && y + height <= seen.bottom + 1).toBe(true)
    }).toPass({ timeout: 5000 })
  })
})

test('without colours of its own and without motion: the ring, the dot and the arrow are to be seen, nothing moves', async ({
  page,
  host,
  browserName,
}) => {
  test.skip(browserName !== 'chromium', 'forced colours cannot be asked for over WebDriver BiDi')
  await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' })
  await openWith(page, host, guide, body)
  await start(page, 'zoomed')
  await expect(card(page, 'Near')).toBeVisible()
  const style = (selector: string, name: string, pseudo?: string) =>
    page
      .locator(`docent-widget ${selector}`)
      .first()
      .evaluate((part, [property, of]) => getComputedStyle(part, of).getPropertyValue(property ?? ''), [name, pseudo])
  const invisible = /rgba\(.*, 0\)|transparent/
  expect(await style('.spot.on', 'outline-color')).not.toMatch(invisible)
  expect(await style('.pop', 'border-top-color')).not.toMatch(invisible)
  await page.screenshot({ path: test.info().outputPath('forced.png') })
  await card(page, 'Near').getByRole('button', { name: 'Next' }).click()
  await expect(card(page, 'Far')).toBeVisible()
  const running = await page.evaluate(
    () =>
      document
        .querySelector('docent-widget')
        ?.shadowRoot?.getAnimations()
        .filter(({ effect }) => Number(effect?.getComputedTiming().duration) > 1).length,
  )
  expect(running).toBe(0)
  await press(page, 'Far', 'Done')
  const dot = page.locator('docent-widget .hot')
  await expect(dot).toBeVisible()
  const [ground, mark] = [
    await page.evaluate('getComputedStyle(document.body).backgroundColor'),
    await style('.hot', 'background-color', '::before'),
  ]
  expect(mark).not.toBe(ground)
})
