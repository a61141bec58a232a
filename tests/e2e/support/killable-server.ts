import { type DocentServer, startDocentServer } from './docent-server.ts'
import { app, test as base } from './test.ts'

/** As test.ts, with docent-server in a process of its own, so that it can be killed and started again. */
export const test = base.extend<{ readonly server: DocentServer }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads fixtures' needs off the parameter
  server: async ({}, use) => {
    const server = await startDocentServer({ apps: [app] })
    await use(server)
    await server.stop()
  },
})
export const { expect } = test
