import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Log } from '../base/log.ts'
import { createServer, type DocentServer } from '../create-server.ts'
import type { ServerOptions } from '../options/server-options.ts'

export interface TestServer extends DocentServer {
  readonly dataDir: string
  readonly databaseUrl: string
  readonly logged: readonly string[]
  /** Closes and starts again on the same data. */
  restart(): Promise<TestServer>
}

/** Folders and servers that end with the test. */
export type Cleanup = (work: () => Promise<void>) => void

export async function createTestFolder(cleanup: Cleanup, name = 'data'): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), `docent-${name}-`))
  cleanup(() => rm(folder, { recursive: true, force: true }))
  return folder
}

/** A server on any free port, with its data in a folder of its own. */
export async function startTestServer(cleanup: Cleanup, options: ServerOptions = {}): Promise<TestServer> {
  const dataDir = options.dataDir ?? (await createTestFolder(cleanup))
  const logged: string[] = []
  const log: Log = (level, message) => void logged.push(`${level}: ${message}`)
  const server = await createServer({ port: 0, dataDir, log, ...options })
  cleanup(() => server.close())
  return {
    ...server,
    dataDir,
    databaseUrl: options.databaseUrl ?? `file:${join(dataDir, 'docent.db')}`,
    logged,
    async restart() {
      await server.close()
      return await startTestServer(cleanup, { ...options, dataDir })
    },
  }
}
