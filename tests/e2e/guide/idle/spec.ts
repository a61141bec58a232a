import type { CDPSession, Page } from '@playwright/test'
import { scriptTag } from '../../support/host-page.ts'
import { expect, test, widget } from '../../support/test.ts'
import { card, openWith, start } from '../support/open.ts'
import { tellFigure } from '../support/tell-figure.ts'

const guide = {
  tours: [{ id: 'still', steps: [{ id: 'only', target: '#there', title: 'Still', text: 'Nothing moves.' }] }],
}

/** How often layout or style was asked for, or a frame, from now until the page has stood for so long. */
const work = (page: Page, forMs = 5000) =>
  page.evaluate(async (during) => {
    const counted = { frames: 0, reads: 0, intervals: 0 }
    const count = (owner: object, name: string, what: keyof typeof counted): void => {
      const own = Object.getOwnPropertyDescriptor(owner, name)
      if (!own) throw new Error(`There is no ${name}`)
      const wrap = (call: (...given: unknown[]) => unknown) =>
        function (this: unknown, ...given: unknown[]) {
          counted[what]++
          return call.apply(this, given)
        }
      if (own.get) Object.defineProperty(owner, name, { ...own, get: wrap(own.get) as () => unknown })
      else Object.defineProperty(owner, name, { ...own, value: wrap(own.value) })
    }
    const wait = window.setTimeout.bind(window)
    count(window, 'requestAnimationFrame', 'frames')
    count(window, 'setInterval', 'intervals')
    count(window, 'getComputedStyle', 'reads')
    for (const name of [
      'getBoundingClientRect',
      'getClientRects',
      'clientWidth',
      'clientHeight',
      'clientLeft',
      'clientTop',
      'scrollTop',
    ])
      count(Element.prototype, name, 'reads')
    for (const name of ['offsetWidth', 'offsetHeight', 'offsetTop', 'offsetLeft'])
      count(HTMLElement.prototype, name, 'reads')
    await new Promise((resolve) => wait(resolve, during))
    return counted
  }, forMs)
const nothing = { frames: 0, reads: 0, intervals: 0 }

async function listenersOn(client: CDPSession, expression: string): Promise<string[]> {
  const { result } = await client.send('Runtime.evaluate', { expression })
  const { listeners } = await client.send('DOMDebugger.getEventListeners', { objectId: result.objectId ?? '' })
  return listeners.map(({ type }) => type)
}

test('while a step is open and nothing moves, nothing runs', async ({ page, host }) => {
  await openWith(page, host, guide, '<button id="there">There</button>')
  await start(page, 'still')
  await expect(card(page, 'Still')).toBeVisible()
  // Its entrance has ended.
  await expect.poll(() => work(page, 500)).toEqual(nothing)
  // Single timers are left out: what the start of the tour has told is still on its way.
  const { frames, reads, intervals } = await work(page)
  tellFigure(
    'a step is open for 5 s and nothing moves',
    `${frames} frames, ${reads} layout reads, ${intervals} intervals`,
  )
  expect({ frames, reads, intervals }).toEqual(nothing)
})

test('five listeners serve every tip and question of a page, however many', async ({ page, host, browserName }) => {
  test.skip(browserName !== 'chromium', 'listeners are told by Chromium’s own protocol')
  const tips = Array.from({ length: 200 }, (_, at) => `<button class="tip" data-docent-tip="Tip ${at}">${at}</button>`)
  const { url } = await host({ body: `${tips.join('')}${scriptTag()}` })
  await page.goto(url)
  await widget(page).launcher.waitFor()
  const client = await page.context().newCDPSession(page)
  const guides = ['pointerover', 'focusin', 'invalid', 'click', 'submit']
  const onDocument = await listenersOn(client, 'document')
  expect(onDocument.filter((type) => guides.includes(type)).sort()).toEqual([...guides].sort())
  const onTip = await listenersOn(client, 'document.querySelector(".tip")')
  tellFigure(
    'listeners of tips and confirmations on a page with 200 tips',
    `${guides.length} on the document, ${onTip.length} on each tip`,
  )
  expect(onTip).toEqual([])
  await page.locator('.tip').nth(150).hover()
  await expect(page.getByRole('tooltip', { name: 'Tip 150' })).toBeVisible()
})
