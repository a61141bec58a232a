import { afterAll, beforeAll, describe } from 'vitest'
import type { ServerOptions } from '../options/server-options.ts'
import { startPostgres, type TestPostgres } from './start-postgres.ts'
import { type Cleanup, startTestServer, type TestServer } from './test-server.ts'

/** What the same tests run on: a server on an empty libSQL file, then one on an empty PostgreSQL database. */
export interface Bench {
  start(cleanup: Cleanup, options?: ServerOptions): Promise<TestServer>
}

/** Runs tests once for each database that the server can live on. */
export function describeOnBothDatabases(title: string, define: (bench: Bench) => void): void {
  describe(`${title} on libSQL`, () => define({ start: startTestServer }))
  describe(`${title} on PostgreSQL`, () => {
    let postgres: TestPostgres
    beforeAll(async () => {
      postgres = await startPostgres()
    })
    afterAll(() => postgres.stop())
    define({
      start: async (cleanup, options) =>
        startTestServer(cleanup, { ...options, databaseUrl: await postgres.createDatabase() }),
    })
  })
}
