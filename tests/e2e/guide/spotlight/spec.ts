import type { Locator, Page } from '@playwright/test'
import { scriptTag } from '../../support/host-page.ts'
import { expect, test, widget } from '../../support/test.ts'

declare const Docent: (name: string, ...parameters: unknown[]) => Promise<unknown>

const margin = 8
const steps = (target: unknown) => [{ id: 'only', title: 'Here it is', text: 'Press it.', target }]
const options = {
  guide: {
    tours: [
      { id: 'scrolled', steps: steps({ testId: 'deep' }) },
      { id: 'cut', steps: steps('#wide') },
      { id: 'shadow', steps: steps({ role: 'button', name: 'In the shadow' }) },
      { id: 'frame', steps: steps({ role: 'button', name: 'In the frame' }) },
    ],
  },
}
const frame = `<body style='margin:0'><div style='height:600px'></div><button>In the frame</button><div style='height:900px'></div>`
const body = `<h1>Host page</h1>
<div id="scroller" style="height:200px;width:300px;overflow:auto;border:5px solid"><div style="height:700px;width:900px"></div>
<div style="overflow:auto;height:150px"><div style="height:400px"></div><button data-testid="deep">Deep</button><div style="height:400px"></div></div><div style="height:700px"></div></div>
<div style="width:200px;overflow:hidden;margin:20px"><div id="wide" style="width:500px;height:40px;background:#cde">Wide</div></div>
<div id="host"></div>
<iframe srcdoc="${frame}" style="width:400px;height:150px;transform:scale(.8);transform-origin:0 0;border:4px solid"></iframe>
<script>
const shadow = document.getElementById('host').attachShadow({ mode: 'open' })
shadow.append(Object.assign(document.createElement('button'), { textContent: 'In the shadow' }))
Docent = function () { (Docent.q ??= []).push(arguments) }; Docent('options', ${JSON.stringify(options)})
</script>${scriptTag()}`

const ring = (page: Page) => page.locator('docent-widget .spot.on')
const boxOf = async (part: Locator) => {
  const box = await part.boundingBox()
  if (!box) throw new Error('it is not to be seen')
  return box
}
async function start(page: Page, tour: string): Promise<void> {
  await page.evaluate((id) => Docent('guide.start', id), tour)
  await expect(page.getByRole('dialog', { name: 'Here it is' })).toBeVisible()
}
/** The ring is around the element, within a pixel. */
const isAround = async (page: Page, part: Locator): Promise<void> =>
  expect(async () => {
    const [inner, outer] = [await boxOf(part), await boxOf(ring(page))]
    for (const [at, wanted] of [
      [outer.x, inner.x - margin],
      [outer.y, inner.y - margin],
      [outer.width, inner.width + 2 * margin],
      [outer.height, inner.height + 2 * margin],
    ] as const)
      expect(Math.abs(at - wanted)).toBeLessThanOrEqual(1)
  }).toPass()

test.beforeEach(async ({ page, host }) => {
  const { url } = await host({ body })
  await page.goto(url)
  await expect(widget(page).launcher).toBeVisible()
})

test('is around a target in nested scrollers, follows it, and costs nothing while it stands', async ({ page }) => {
  await start(page, 'scrolled')
  const target = page.getByTestId('deep')
  await isAround(page, target)
  await page.evaluate(() => document.querySelector('#scroller')?.scrollBy(0, -20))
  await isAround(page, target)
  await page.evaluate(() => document.querySelector<HTMLElement>('h1')?.style.setProperty('height', '90px'))
  await isAround(page, target)
  const frames = await page.evaluate(async () => {
    let asked = 0
    const { requestAnimationFrame: ask } = window
    window.requestAnimationFrame = (run) => {
      asked++
      return ask(run)
    }
    await new Promise((resolve) => setTimeout(resolve, 5000))
    return asked
  })
  expect(frames).toBe(0)
})

test('shows only what the scroller lets see', async ({ page }) => {
  await start(page, 'cut')
  await expect(async () => expect((await boxOf(ring(page))).width).toBe(200 + 2 * margin)).toPass()
})

test('is around a target in a shadow tree, and in a scaled and scrolled frame', async ({ page }) => {
  await start(page, 'shadow')
  await isAround(page, page.getByRole('button', { name: 'In the shadow' }))
  await start(page, 'frame')
  await isAround(page, page.frameLocator('iframe').getByRole('button'))
})
