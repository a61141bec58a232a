import type { Page } from '@playwright/test'
import axe from 'axe-core'

/** What axe-core objects to within the element, or on the whole page: `rule: where`. */
export async function violations(page: Page, selector?: string): Promise<readonly string[]> {
  // What moves is judged when it has come to rest.
  await page.evaluate((selector) => {
    const root = selector ? document.querySelector(selector)?.shadowRoot : document
    // What follows the scrolling, not the clock, never ends.
    const finite = (root?.getAnimations() ?? []).filter(
      ({ effect, timeline }) =>
        timeline === document.timeline && effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY,
    )
    return Promise.allSettled(finite.map(({ finished }) => finished))
  }, selector)
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source)
  return page.evaluate(async (selector) => {
    const { axe: engine } = window as unknown as { axe: typeof axe }
    const found = await engine.run(selector ? { include: [[selector]] } : document)
    return found.violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id}: ${JSON.stringify(target)} ${failureSummary}`),
    )
  }, selector)
}
