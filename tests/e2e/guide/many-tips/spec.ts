import type { Page } from '@playwright/test'
import { scriptTag } from '../../support/host-page.ts'
import { expect, test, widget } from '../../support/test.ts'
import { tellFigure } from '../support/tell-figure.ts'

const count = 200
const rows = (mark: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => `<button id="b${index}" ${mark(index)}>Button ${index}</button>`).join('')
const tips = Array.from({ length: count }, (_, id) => ({ id: `t${id}`, target: `#b${id}`, text: `What ${id} does` }))

/** Processor time of the page's main thread from its first byte until the launcher stands, at a quarter of the speed, in ms. */
async function startUpMs(page: Page, url: string): Promise<number> {
  const client = await page.context().newCDPSession(page)
  await client.send('Emulation.setCPUThrottlingRate', { rate: 4 })
  // Of the thread, not of the clock: what else the machine does is not counted.
  await client.send('Performance.enable', { timeDomain: 'threadTicks' })
  await page.goto(url)
  await widget(page).launcher.waitFor()
  const { metrics } = await client.send('Performance.getMetrics')
  await client.detach()
  return (metrics.find(({ name }) => name === 'ScriptDuration')?.value ?? 0) * 1000
}
const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0

test('200 tips cost the start of a page next to nothing', async ({ page, host, browserName }) => {
  test.skip(browserName !== 'chromium', 'the processor is slowed down by Chromium’s own protocol')
  test.slow()
  const options = (guide: object) =>
    `<script>Docent = function () { (Docent.q ??= []).push(arguments) }; Docent('options', ${JSON.stringify({ guide })})</script>`
  const serve = async (mark: (index: number) => string, guide: object): Promise<string> =>
    (await host({ body: `${rows(mark)}${options(guide)}${scriptTag()}` })).url
  const pages = {
    none: await serve(() => '', {}),
    inMarkup: await serve((index) => `data-docent-tip="What ${index} does"`, {}),
    inCode: await serve(() => '', { tips }),
  }
  // What is in the cache afterwards is so for all of them.
  await startUpMs(page, pages.none)
  const runs: Record<keyof typeof pages, number[]> = { none: [], inMarkup: [], inCode: [] }
  for (let run = 0; run < 3; run++)
    for (const [name, url] of Object.entries(pages)) runs[name as keyof typeof pages].push(await startUpMs(page, url))
  const [none, inMarkup, inCode] = [median(runs.none), median(runs.inMarkup), median(runs.inCode)]
  const ms = (value: number): string => `${value.toFixed(1)} ms`
  tellFigure('script until the launcher stands, 4× slower, without tips', ms(none))
  tellFigure(`… with ${count} tips in markup`, ms(inMarkup))
  tellFigure(`… with ${count} tips in code`, ms(inCode))
  expect(none).toBeGreaterThan(0)
  // Nothing is done for a tip before the pointer comes; those in code are read and checked.
  expect(inMarkup).toBeLessThan(none + 60)
  expect(inCode).toBeLessThan(none + 150)
})
