import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { definitionOf } from '../e2e/guide/support/run-scenario.ts'
import type { Scenario, ScenarioStep } from '../e2e/guide/support/scenario.ts'
import { type Backend, type Backends, createBackends } from '../e2e/support/backends.ts'
import { scriptTag, serveHostPage } from '../e2e/support/host-page.ts'
import { openWebKit, type WebDriver } from './webdriver.ts'

const scenariosDir = join(import.meta.dirname, '../e2e/guide')
const margin = 8
/** What the scripts below share: an element of the page, in open shadow trees and frames too, and the card of a step. */
const shared = `
const find = (selector, root = document) => root.querySelector(selector) ?? [...root.querySelectorAll('*')]
  .map((part) => part.shadowRoot ?? (part.localName === 'iframe' ? part.contentDocument : null))
  .filter(Boolean).map((tree) => find(selector, tree)).find(Boolean)
const card = (title) => [...(document.querySelector('docent-widget')?.shadowRoot?.querySelectorAll('.pop.placed, .pop.middle') ?? [])]
  .find((one) => one.querySelector('h2')?.textContent === title)`

let browser: WebDriver
let backends: Backends
let server: Backend
test.beforeAll(async () => {
  backends = createBackends()
  server = await backends.start('server', { apps: [{ id: 'e2e', name: 'Paperlane' }] })
  browser = await openWebKit()
})
test.afterAll(async () => {
  await browser?.close()
  await server?.stop()
  await backends?.close()
})

const has = (title: string) => browser.run(`${shared}; return Boolean(card(arguments[0]))`, title)

/** The ring is around the target, within a pixel; in a frame, whose own boxes are of another page, it is there. */
async function isLit(target: string): Promise<void> {
  await expect(async () => {
    const [at, ring, isFramed] = (await browser.run(
      `${shared}
const box = ({ x, y, width, height }) => [x, y, width, height], target = find(arguments[0])
const ring = document.querySelector('docent-widget').shadowRoot.querySelector('.spot.on')
return [box(target.getBoundingClientRect()), ring && box(ring.getBoundingClientRect()), target.ownerDocument !== document]`,
      target,
    )) as [number[], number[] | null, boolean]
    if (!ring) throw new Error('nothing is lit')
    const lit = ring.map((side, index) => (index < 2 ? side + margin : side - 2 * margin))
    if (isFramed) return
    at.forEach(
      (side, index) =>
        void expect(Math.abs(side - (lit[index] ?? Number.NaN)), JSON.stringify([at, lit])).toBeLessThanOrEqual(1),
    )
  }).toPass({ timeout: 5000 })
}

/** Ends a step as a person does. */
async function end({ target = '', title, by }: ScenarioStep): Promise<void> {
  const element = `${shared}; return find(arguments[0])`
  if (by === 'click') return browser.click(element, target)
  if (by === 'input') return browser.type('LV1234', element, target)
  await browser.click(
    `${shared}; return [...card(arguments[0]).querySelectorAll('button')].find(({ textContent }) => /^(Next|Done)$/.test(textContent))`,
    title,
  )
}

/** What the page does in between, in scenarios that wait for it. */
const acts: Readonly<Record<string, string>> = {
  'hidden-target': `document.querySelector('details').open = true`,
  'late-target': `document.querySelector('#app').append(Object.assign(document.createElement('button'), { id: 'late', textContent: 'Late' }))`,
}

for (const folder of readdirSync(scenariosDir)) {
  const file = join(scenariosDir, folder, 'scenario.ts')
  if (folder === 'support' || !existsSync(file)) continue
  test(folder, async () => {
    const { scenario } = (await import(file)) as { scenario: Scenario }
    const { body, headers, steps } = scenario
    const options = JSON.stringify({ guide: { tours: [definitionOf(scenario)] } })
    const script = `<script nonce="n">var errors = []; addEventListener('error', (event) => errors.push(event.message)); Docent = function () { (Docent.q ??= []).push(arguments) }; Docent('options', ${options})</script>`
    const page = `${script}${body}${scriptTag(undefined, ' nonce="n"')}`
    const host = await serveHostPage({ body: page, docent: server.url, ...(headers && { headers }) })
    let walked = 0
    try {
      await browser.goTo(host.url)
      await expect
        .poll(() =>
          browser.run(
            `return Boolean(document.querySelector('docent-widget')?.shadowRoot?.querySelector('.launcher'))`,
          ),
        )
        .toBe(true)
      await browser.run(`Docent('guide.start', 'scenario')`)
      await browser.run(acts[folder] ?? '')
      for (const step of steps) {
        if (step.ifMissing) break
        await expect.poll(() => has(step.title), { timeout: 10_000 }).toBe(true)
        // What is cut off is lit as far as it is to be seen.
        if (step.target && folder !== 'clipped-target') await isLit(step.target)
        walked++
        await end(step)
        await expect.poll(() => has(step.title)).toBe(false)
      }
      expect(await browser.run('return errors')).toEqual([])
    } finally {
      test.info().annotations.push({ type: 'browser', description: browser.version })
      test.info().annotations.push({ type: 'told', description: `${walked} of ${steps.length} steps` })
      await host.close()
    }
  })
}
