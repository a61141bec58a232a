import type { Browser, Page } from '@playwright/test'
import type { Backends } from './backends.ts'
import { test as base, widget as widgetOf } from './test.ts'

/** Paperlane with its docent-server and inbox, started as `npm run demo` does. */
export interface Demo {
  readonly url: string
  /** Signs Mara Kalniņa in, once. */
  readonly inboxLink: string
  stop(): Promise<void>
}

export async function startDemo(backends: Backends, options: { readonly bot?: boolean } = {}): Promise<Demo> {
  const { url, signInLink, stop } = await backends.start('demo', options)
  return { url, inboxLink: signInLink, stop }
}

export const test = base.extend<{ readonly demo: Demo }>({
  demo: async ({ backends }, use) => {
    const demo = await startDemo(backends)
    await use(demo)
    await demo.stop()
  },
})
export const { expect } = test

/** Ada, who signs up in Paperlane. */
export const ada = {
  name: 'Ada Berg',
  email: 'ada@brightwater.example',
  company: 'Brightwater',
  password: 'correct horse battery',
}

/** Fills in the form, as a person does. */
export async function signUpByHand(page: Page, { url }: { readonly url: string }): Promise<void> {
  await page.goto(`${url}/sign-up`)
  await page.getByLabel('Your name').fill(ada.name)
  await page.getByLabel('E-mail').fill(ada.email)
  await page.getByLabel('Company').fill(ada.company)
  await page.getByLabel('Password').fill(ada.password)
  await page.getByRole('button', { name: 'Create account' }).click()
  await page.waitForURL('**/overview')
}

/** An account from the start, for scenarios whose subject is something else. */
export async function signUp(
  page: Page,
  { url }: { readonly url: string },
  path = '/overview',
  person = ada,
): Promise<void> {
  await post(page, `${url}/api/sign-up`, person)
  await page.goto(url + path)
  await test.expect(widget(page).launcher).toBeVisible()
}

/** Into an account that is there, in a browser of its own. */
export async function signIn(page: Page, { url }: { readonly url: string }, path = '/overview'): Promise<void> {
  await post(page, `${url}/api/sign-in`, { email: ada.email, password: ada.password })
  await page.goto(url + path)
}

/** Calls Paperlane's API as the person who is signed in on the page. */
export async function post(page: Page, address: string, data: object): Promise<unknown> {
  const answer = await page.request.post(address, { data })
  test.expect(answer.ok(), `${address}: ${await answer.text()}`).toBe(true)
  return answer.json()
}

/** A browser of its own, with no cookie and nothing stored. */
export async function another(browser: Browser): Promise<Page> {
  return (await browser.newContext()).newPage()
}

/** The agent's browser, signed in by the one-time link. */
export async function openInbox(browser: Browser, { inboxLink }: Demo): Promise<Page> {
  const page = await another(browser)
  await page.goto(inboxLink)
  await page.getByRole('button', { name: 'Later' }).click()
  return page
}

/** The parts of the widget, in Paperlane. */
export const widget = (page: Page) => ({
  ...widgetOf(page),
  /** Named after the app, once its configuration is there. */
  panel: page.getByRole('dialog', { name: /^(Paperlane|Help)$/ }),
  search: page.getByRole('searchbox', { name: 'Search help' }),
  /** A card of a tour. */
  step: (title: string) => page.getByRole('dialog', { name: title }),
})
