import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { root } from './child.ts'
import { type DocentServer, startDocentServer } from './docent-server.ts'
import { test as base } from './test.ts'

interface Fixtures {
  readonly tokenKey: string
  readonly docent: DocentServer
  readonly paperlane: { readonly url: string }
}

/** The demo in two processes, so that docent-server can be killed under it. */
export const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads fixtures' needs off the parameter
  tokenKey: async ({}, use) => use(randomBytes(32).toString('base64url')),
  docent: async ({ tokenKey }, use) => {
    const app = {
      id: 'paperlane',
      name: 'Paperlane',
      helpDir: join(root, 'examples/saas-demo/dist/help'),
      tokenKeys: [{ algorithm: 'HS256', key: tokenKey }],
    }
    const docent = await startDocentServer({ apps: [app] })
    await use(docent)
    await docent.stop()
  },
  paperlane: async ({ backends, docent, tokenKey }, use) => {
    const paperlane = await backends.start('paperlane', { docentUrl: docent.url, tokenKey })
    await use(paperlane)
    await paperlane.stop()
  },
})
export const { expect } = test
