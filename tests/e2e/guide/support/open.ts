import type { Page } from '@playwright/test'
import type { HostPage, HostPageOptions } from '../../support/host-page.ts'
import { scriptTag } from '../../support/host-page.ts'
import { widget } from '../../support/test.ts'

export declare const Docent: (name: string, ...parameters: unknown[]) => Promise<unknown>

type Host = (options?: Partial<HostPageOptions>) => Promise<HostPage>

/** A page with these guides; what is tracked is told to the page as `events`. */
export async function openWith(
  page: Page,
  host: Host,
  guide: object,
  body = '',
  more: Partial<HostPageOptions> = {},
): Promise<string> {
  const script = `<script nonce="n">var events = []; Docent = function () { (Docent.q ??= []).push(arguments) }
Docent('options', ${JSON.stringify({ guide })}); Docent('on', 'event', (event) => events.push(event))</script>`
  const { url } = await host({ ...more, body: `${body}${script}${scriptTag(undefined, ' nonce="n"')}` })
  await page.goto(url)
  await widget(page).launcher.waitFor()
  return url
}
export const start = (page: Page, tour: string): Promise<unknown> =>
  page.evaluate((id) => Docent('guide.start', id), tour)
export const track = (page: Page, name: string): Promise<unknown> =>
  page.evaluate((event) => Docent('track', event), name)
export const card = (page: Page, title: string) => page.locator('docent-widget').getByRole('dialog', { name: title })
export const press = (page: Page, title: string, name = 'Next') =>
  card(page, title).getByRole('button', { name, exact: true }).click()

interface Tracked {
  readonly name: string
  readonly data?: object
}
/** What was tracked on this page view under these names, oldest first. */
export const tracked = (page: Page, ...names: string[]): Promise<Tracked[]> =>
  page.evaluate(
    (wanted) => (window as unknown as { events: Tracked[] }).events.filter(({ name }) => wanted.includes(name)),
    names,
  )
