import { join } from 'node:path'
import { test as base, type Page } from '@playwright/test'
import { type Agent, signInAgent } from './agent.ts'
import { type Backend, type Backends, createBackends } from './backends.ts'
import { root } from './child.ts'
import { type HostPage, type HostPageOptions, scriptTag, serveHostPage } from './host-page.ts'

/** The app that host pages of the scenarios belong to. */
export const app = {
  id: 'e2e',
  name: 'Paperlane',
  accent: '#0e6b5c',
  replyTime: 'We answer within 2 hours, until 18:00',
  team: [{ name: 'Mara Kalniņa' }, { name: 'Tom Ozols' }],
  helpDir: join(root, 'examples/saas-demo/dist/help'),
}

interface WorkerFixtures {
  readonly backends: Backends
}

interface Fixtures {
  /** docent-server with {@link app}. What is to be killed: killable-server.ts. */
  readonly server: Backend
  readonly agent: Agent
  /** Serves a page with the script tag, or the body given. */
  readonly host: (options?: Partial<HostPageOptions>) => Promise<HostPage>
  /** Errors of the page; the scenario fails when there are any, unless it empties them. */
  readonly pageErrors: string[]
}

export const test = base.extend<Fixtures, WorkerFixtures>({
  backends: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads fixtures' needs off the parameter
    async ({}, use) => {
      const backends = createBackends()
      await use(backends)
      await backends.close()
    },
    { scope: 'worker' },
  ],
  server: async ({ backends }, use) => {
    const server = await backends.start('server', { apps: [app] })
    await use(server)
    await server.stop()
  },
  agent: async ({ server }, use) => use(await signInAgent(server.url, server.signInLink)),
  host: async ({ server }, use) => {
    const open: HostPage[] = []
    await use(async (options = {}) => {
      const page = await serveHostPage({ docent: server.url, body: `<h1>Host page</h1>${scriptTag()}`, ...options })
      open.push(page)
      return page
    })
    await Promise.all(open.map((page) => page.close()))
  },
  pageErrors: [
    async ({ page }, use) => {
      const errors: string[] = []
      page.on('pageerror', (error) => {
        // Firefox counts a request that failed among them, as when the server of a scenario has stopped.
        if (!/^(Error: )?Cross-Origin Request Blocked/.test(String(error))) errors.push(String(error))
      })
      await use(errors)
      test.expect(errors).toEqual([])
    },
    { auto: true },
  ],
})
export const { expect } = test

/** The widget's parts by role and name, as a person finds them. */
export const widget = (page: Page) => ({
  launcher: page.locator('docent-widget').getByRole('button', { name: /^(Open|Close) help/ }),
  panel: page.locator('docent-widget').getByRole('dialog'),
  tab: (name: string) => page.getByRole('navigation', { name: 'Help' }).getByRole('button', { name }),
  composer: page.getByRole('textbox', { name: 'Message' }),
  log: page.getByRole('log', { name: 'Conversation' }),
})

/** Opens the chat and writes. */
export async function write(page: Page, text: string): Promise<void> {
  const { launcher, composer, panel } = widget(page)
  if (!(await panel.isVisible())) await launcher.click()
  if (!(await composer.isVisible()))
    await page
      .getByRole('button', { name: /Ask us|New message/ })
      .first()
      .click()
  await composer.fill(text)
  await composer.press('Enter')
}
