import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root, startChild } from './child.ts'
import { type DocentServer, freePort, startDocentServer } from './docent-server.ts'
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
  paperlane: async ({ docent, tokenKey }, use) => {
    const dataDir = await mkdtemp(join(tmpdir(), 'paperlane-e2e-'))
    const env = {
      APP_PORT: String(await freePort()),
      DOCENT_URL: docent.url,
      DATA_DIR: dataDir,
      TOKEN_KEY: tokenKey,
    }
    const child = await startChild('tests/e2e/support/paperlane.ts', env, /Paperlane (http\S+)\n/)
    await use({ url: child.printed[0] ?? '' })
    await child.stop()
    await rm(dataDir, { recursive: true, force: true })
  },
})
export const { expect } = test
