import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { stripVTControlCharacters } from 'node:util'
import { type Browser, type Page, test } from '@playwright/test'
import type { Box, Rig, Scenario } from '../../e2e/guide/support/scenario.ts'
import { serveHostPage } from '../../e2e/support/host-page.ts'
import { type Row, writeTable } from './write-table.ts'

const scenariosDir = join(import.meta.dirname, '../../e2e/guide')
const dist = join(import.meta.dirname, 'node_modules/driver.js/dist')
/** Of driver.js around what is lit, px: its default. */
const margin = 10

/** driver.js with what it offers for a step, and with what its manual says for the rest. */
const definitionOf = ({ steps }: Scenario, keys: boolean) => ({
  animate: false,
  allowKeyboardControl: keys,
  ...(steps.some(({ blocks }) => blocks) && { allowClose: false }),
  steps: steps.map(({ target, title, text, by, waitMs, ifMissing, blocks }) => ({
    ...(target && { element: target }),
    ...(by === 'click' && { advanceOnClick: true }),
    waitForElement: waitMs ?? 8000,
    // To skip the last step is to end.
    ...(ifMissing && { skipMissingElement: true }),
    ...(blocks && { disableActiveInteraction: false }),
    popover: { title, description: text ?? 'What this is about.', ...(by && { showButtons: ['close'] }) },
  })),
})

type Finding = string | (() => Element | undefined)
type Driver = (definition: { readonly steps: readonly { element?: Finding }[] }) => { drive(): void }

const rigFor = (page: Page, scenario: Scenario, keys: boolean): Rig => ({
  page,
  async start() {
    await page.evaluate(
      (definition) => {
        /** In open shadow trees and in frames of the page too: it takes a function, which its user may write so. */
        const find = (selector: string, root: Document | ShadowRoot): Element | undefined => {
          const inside = [...root.querySelectorAll<HTMLIFrameElement>('*')]
            .map((part) => part.shadowRoot ?? (part.localName === 'iframe' ? part.contentDocument : null))
            .filter((tree) => tree !== null)
          return root.querySelector(selector) ?? inside.map((tree) => find(selector, tree)).find(Boolean)
        }
        const steps: { element?: Finding }[] = definition.steps
        for (const step of steps) {
          const { element } = step
          if (typeof element !== 'string' || document.querySelector(element) || !find(element, document)) continue
          step.element = () => find(element, document)
        }
        const { driver } = (window as unknown as { driver: { js: { driver: Driver } } }).driver.js
        driver(definition).drive()
      },
      definitionOf(scenario, keys),
    )
  },
  card: (title) => page.getByRole('dialog', { name: title }),
  lit: () =>
    page.evaluate((by): Box | undefined => {
      // The second part of the outline is the hole: `M x,y h width a… v height …`.
      const [, , hole = ''] = document.querySelector('.driver-overlay path')?.getAttribute('d')?.split('M') ?? []
      // Without a hole nothing is lit.
      if (!hole) return
      const [x = 0, y = 0, across = 0, radius = 0, down = 0] = [
        /^([\d.-]+)/,
        /,([\d.-]+)/,
        /h([\d.-]+)/,
        /a([\d.-]+)/,
        /v([\d.-]+)/,
      ].map((part) => Number(part.exec(hole)?.[1]))
      const [width, height] = [across + 2 * radius, down + 2 * radius]
      return { x: x - radius + by, y: y + by, width: width - 2 * by, height: height - 2 * by }
    }, margin),
  next: (title) => page.getByRole('dialog', { name: title }).locator('.driver-popover-next-btn').click(),
})

if (!existsSync(dist)) throw new Error('Run `npm install` in tests/peers/tours first')
const [script, styles] = ['driver.js.iife.js', 'driver.css'].map((file) => readFileSync(join(dist, file), 'utf8'))
const rows: Row[] = []

/** What did not hold; empty: all of it did. */
async function problemOf(scenario: Scenario, browser: Browser, keys: boolean): Promise<string> {
  const { body, headers, viewport = { width: 1280, height: 800 }, hasTouch = false } = scenario
  const own = `<style nonce="n">${styles}</style><script nonce="n">${script}</script>`
  const host = await serveHostPage({ body: `${body}${own}`, docent: '', ...(headers && { headers }) })
  const page = await browser.newPage({ viewport, hasTouch })
  page.setDefaultTimeout(10_000)
  try {
    await scenario.before?.(page)
    await page.goto(host.url)
    await Promise.race([scenario.check(rigFor(page, scenario, keys)), tooLong()])
    return ''
  } catch (error) {
    return stripVTControlCharacters(String(error))
  } finally {
    await page.close()
    await host.close()
  }
}
/** A check that waits for ever counts as failed here, so that the worker, which holds the rows, lives on. */
const tooLong = async (): Promise<never> => {
  await delay(60_000, undefined, { ref: false })
  throw new Error('not within a minute')
}

for (const folder of readdirSync(scenariosDir)) {
  const file = join(scenariosDir, folder, 'scenario.ts')
  if (folder === 'support' || !existsSync(file)) continue
  test(folder, async ({ browser }) => {
    test.setTimeout(200_000)
    const { scenario } = (await import(file)) as { scenario: Scenario }
    const why = await problemOf(scenario, browser, true)
    const holdsWithoutKeys = why !== '' && (await problemOf(scenario, browser, false)) === ''
    rows.push({ scenario, why, holdsWithoutKeys })
  })
}

test.afterAll(() => writeTable(rows))
