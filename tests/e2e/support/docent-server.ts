import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Child, root, startChild } from './child.ts'

/** A real docent-server in a process of its own, so that it can be killed. */
export interface DocentServer {
  readonly url: string
  /** The one-time link that the first start printed. */
  readonly signInLink: string
  /** As a crash: no goodbye. */
  kill(): Promise<void>
  /** Starts again on the same port and data. */
  restart(): Promise<void>
  /** While it is down: every token that it has given is refused afterwards. */
  forgetKey(): Promise<void>
  stop(): Promise<void>
}

export interface DocentServerOptions {
  readonly apps?: readonly object[]
  readonly env?: Readonly<Record<string, string>>
}

const ready = /(?:(\S+#sign-in=\S+)[\s\S]*)?Docent answers at/

export async function startDocentServer({ apps, env = {} }: DocentServerOptions = {}): Promise<DocentServer> {
  const dataDir = await mkdtemp(join(tmpdir(), 'docent-e2e-'))
  const port = await freePort()
  if (apps) await writeFile(join(dataDir, 'docent.config.json'), JSON.stringify({ apps }))
  const settings = {
    ...env,
    HOST: '127.0.0.1',
    PORT: String(port),
    DATA_DIR: dataDir,
    CDN_DIR: join(root, 'packages/widget/dist/cdn'),
  }
  const start = (): Promise<Child> => startChild('packages/server/src/bin.ts', settings, ready)
  let child = await start()
  const [signInLink = ''] = child.printed
  return {
    url: `http://127.0.0.1:${port}`,
    signInLink,
    kill: () => child.stop('SIGKILL'),
    async restart() {
      child = await start()
    },
    forgetKey: () => rm(join(dataDir, 'server.key')),
    async stop() {
      await child.stop()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const address = probe.address()
  probe.close()
  await once(probe, 'close')
  if (!address || typeof address === 'string') throw new Error('no port')
  return address.port
}
