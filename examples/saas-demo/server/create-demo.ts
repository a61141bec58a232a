import { join } from 'node:path'
import { serve } from '@hono/node-server'
import { createApp } from './app.ts'
import { openDatabase } from './database.ts'

export interface DemoOptions {
  readonly port: number
  /** Address of docent-server, put into the script tag of the page. */
  readonly docentUrl: string
  /** Folder for `paperlane.db`; created when it is not there. */
  readonly dataDir: string
  /** Secret shared with docent-server: signs who a visitor is. At least 32 bytes. */
  readonly tokenKey: string
  /** Folder with the built pages. @default dist/app of this example */
  readonly pagesDir?: string
  /** ms since 1970. @default the system's clock */
  readonly now?: () => number
}

export interface Demo {
  readonly url: string
  close(): Promise<void>
}

const builtPages = join(import.meta.dirname, '../dist/app')

/**
 * Starts Paperlane and waits until it answers. Binds 127.0.0.1.
 * @example const demo = await createDemo({ port: 4000, docentUrl: 'http://localhost:4100', dataDir: '.data/paperlane', tokenKey })
 */
export async function createDemo(options: DemoOptions): Promise<Demo> {
  const { port, docentUrl, dataDir, tokenKey, pagesDir = builtPages, now = Date.now } = options
  const store = openDatabase(dataDir)
  const app = createApp({ store, tokenKey, now }, { docentUrl, pagesDir })
  try {
    return await new Promise<Demo>((resolve, reject) => {
      const server = serve({ fetch: app.fetch, port, hostname: '127.0.0.1' }, (address) => {
        resolve({
          url: `http://localhost:${address.port}`,
          close: async () => {
            await new Promise((done) => {
              server.close(done)
              if ('closeAllConnections' in server) server.closeAllConnections()
            })
            await store.destroy()
          },
        })
      })
      server.once('error', reject)
    })
  } catch (error) {
    await store.destroy()
    throw error
  }
}
