import { matchesPath } from '@docent/core/rules'
import { isAddress, type TargetHealth } from '@docent/guide/targets'
import type { Target } from '@docent/protocol'
import type { BrowserContext, Page } from 'playwright-core'
import { BrowserError } from './browser-error.ts'
import type { WantedTarget } from './collect-targets.ts'

export interface CheckedTarget extends WantedTarget {
  /** Absent: its page is a pattern that no page given fits. */
  readonly health?: TargetHealth
  /** Where it was looked at last. */
  readonly url?: string
}

interface CheckOptions {
  /** Where the app is. */
  readonly base: string
  /** More pages to open: for patterns, and for what may be anywhere. */
  readonly pages: readonly string[]
  /** How long a page has to show its targets, in ms. */
  readonly waitMs: number
  readonly script: string
}

const isPattern = (page: string): boolean => !isAddress(page)

/**
 * Opens every page that targets are on, once, and looks at what is there.
 * @throws BrowserError `page-unreachable`
 */
export async function checkTargets(
  context: BrowserContext,
  wanted: readonly WantedTarget[],
  { base, pages, waitMs, script }: CheckOptions,
): Promise<readonly CheckedTarget[]> {
  const named = wanted.flatMap(({ page }) => (page === undefined || isPattern(page) ? [] : [page]))
  const urls = [...new Set([base, ...[...named, ...pages].map((page) => new URL(page, base).href)])]
  const best = new Map<WantedTarget, CheckedTarget>()
  for (const url of urls) {
    const here = wanted.filter(({ page }) => page === undefined || fits(page, url, base))
    const open = here.filter((one) => !isFound(best.get(one)?.health))
    if (open.length === 0) continue
    const healths = await inspectPage(
      context,
      url,
      script,
      open.map(({ target }) => target),
      waitMs,
    )
    open.forEach((one, index) => {
      const health = healths[index]
      if (health && (isFound(health) || !best.has(one))) best.set(one, { ...one, health, url })
    })
  }
  return wanted.map((one) => best.get(one) ?? one)
}

const isFound = (health: TargetHealth | undefined): boolean => health?.state === 'found' || health?.state === 'fallback'

/** An address with a query must be that page. */
const fits = (page: string, url: string, base: string): boolean =>
  isPattern(page) ? matchesPath(page, new URL(url).pathname) : new URL(page, base).href === url

async function inspectPage(
  context: BrowserContext,
  url: string,
  script: string,
  targets: readonly Target[],
  waitMs: number,
): Promise<readonly TargetHealth[]> {
  const page = await context.newPage()
  try {
    await visit(page, url)
    // Evaluated, not added as a script: a strict Content-Security-Policy of the page does not concern it.
    await page.evaluate(script)
    const inspect = (given: readonly Target[]) => globalThis.inspectDocentTargets?.(given) ?? []
    const isAllThere = (given: readonly Target[]): boolean =>
      globalThis.inspectDocentTargets?.(given).every(({ state }) => state === 'found') ?? false
    await page.waitForFunction(isAllThere, targets, { timeout: waitMs, polling: 200 }).catch(() => undefined)
    return await page.evaluate(inspect, targets)
  } finally {
    await page.close()
  }
}

async function visit(page: Page, url: string): Promise<void> {
  const answer = await page.goto(url, { waitUntil: 'load' }).catch((error: unknown) => {
    const [why] = String(error).split('\n')
    throw new BrowserError('page-unreachable', `${url} does not open: ${why}`, 'Start your app, or check the address')
  })
  if (answer && answer.status() >= 400)
    throw new BrowserError('page-unreachable', `${url} answers ${answer.status()}`, 'Check the `page` of the step')
}
