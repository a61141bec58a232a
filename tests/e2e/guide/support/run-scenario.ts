import type { Page } from '@playwright/test'
import { scriptTag } from '../../support/host-page.ts'
import { expect, test, widget } from '../../support/test.ts'
import type { Box, Rig, Scenario } from './scenario.ts'

declare const Docent: (name: string, ...parameters: unknown[]) => Promise<unknown>

/** Of the ring around what is lit, px. */
const margin = 8

/** Docent on the page of a scenario. */
const rigFor = (page: Page): Rig => ({
  page,
  start: () => page.evaluate(() => Docent('guide.start', 'scenario')).then(() => undefined),
  card: (title) => page.locator('docent-widget').getByRole('dialog', { name: title }),
  lit: () =>
    page.evaluate((by): Box | undefined => {
      const ring = document.querySelector('docent-widget')?.shadowRoot?.querySelector('.spot.on')
      const box = ring?.getBoundingClientRect()
      return box && { x: box.x + by, y: box.y + by, width: box.width - 2 * by, height: box.height - 2 * by }
    }, margin),
  next: (title) =>
    page
      .locator('docent-widget')
      .getByRole('dialog', { name: title })
      .getByRole('button', { name: /^(Next|Done)$/ })
      .click(),
})

export const definitionOf = ({ steps }: Scenario) => ({
  id: 'scenario',
  steps: steps.map(({ by, blocks, pattern, text, ...step }, index) => ({
    ...step,
    id: `step-${index + 1}`,
    text: text ?? 'What this is about.',
    ...(blocks && { kind: 'modal' }),
    ...(by && { advance: { kind: by, ...(pattern && { pattern }) } }),
  })),
})

/** Runs a scenario with Docent, loaded by its script tag from a real server; `more`: markup of Docent's own besides. */
export function runScenario(scenario: Scenario, more = ''): void {
  const { body, headers, viewport = { width: 1280, height: 800 }, hasTouch = false } = scenario
  test.use({ viewport, hasTouch })
  test(`${scenario.number}. ${scenario.title}`, async ({ page, host }) => {
    const options = JSON.stringify({ guide: { tours: [definitionOf(scenario)] } })
    const script = `<script nonce="n">Docent = function () { (Docent.q ??= []).push(arguments) }; Docent('options', ${options})</script>`
    const { url } = await host({
      body: `${body}${script}${scriptTag(undefined, ' nonce="n"')}${more}`,
      ...(headers && { headers }),
    })
    await scenario.before?.(page)
    await page.goto(url)
    await widget(page).launcher.waitFor()
    await scenario.check(rigFor(page))
    await expect(page.locator('docent-widget')).toHaveCount(1)
  })
}
