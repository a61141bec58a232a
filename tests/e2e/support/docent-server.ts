import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

const root = resolve(import.meta.dirname, '../../..')

/** A real docent-server in a process of its own, so that it can be killed. */
export interface DocentServer {
  readonly url: string
  /** The one-time link that the first start printed. */
  readonly signInLink: string
  /** As a crash: no goodbye. */
  kill(): Promise<void>
  /** Starts again on the same port and data. */
  restart(): Promise<void>
  stop(): Promise<void>
}

export interface DocentServerOptions {
  readonly apps?: readonly object[]
  readonly env?: Readonly<Record<string, string>>
}

export async function startDocentServer({ apps, env = {} }: DocentServerOptions = {}): Promise<DocentServer> {
  const dataDir = await mkdtemp(join(tmpdir(), 'docent-e2e-'))
  const port = await freePort()
  if (apps) await writeFile(join(dataDir, 'docent.config.json'), JSON.stringify({ apps }))
  let child: ChildProcess | undefined
  let signInLink = ''
  const start = async (): Promise<void> => {
    child = spawn(
      process.execPath,
      ['--import', 'tsx', '--conditions=source', join(root, 'packages/server/src/bin.ts')],
      {
        cwd: root,
        env: {
          ...process.env,
          ...env,
          HOST: '127.0.0.1',
          PORT: String(port),
          DATA_DIR: dataDir,
          CDN_DIR: join(root, 'packages/widget/dist/cdn'),
        },
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    )
    signInLink = (await untilReady(child, port)) ?? signInLink
  }
  const kill = async (signal: NodeJS.Signals = 'SIGKILL'): Promise<void> => {
    if (!child || child.exitCode !== null || child.signalCode !== null) return
    const gone = once(child, 'exit')
    child.kill(signal)
    await gone
  }
  await start()
  return {
    url: `http://127.0.0.1:${port}`,
    get signInLink() {
      return signInLink
    },
    kill: () => kill(),
    restart: start,
    async stop() {
      await kill('SIGTERM')
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

/** Resolves when the server says that it listens; with the sign-in link where it printed one. */
async function untilReady(child: ChildProcess, port: number): Promise<string | undefined> {
  let output = ''
  const read = (chunk: Buffer): void => void (output += chunk.toString())
  child.stdout?.on('data', read)
  child.stderr?.on('data', read)
  while (child.exitCode === null) {
    const answer = await fetch(`http://127.0.0.1:${port}/healthz`).catch(() => undefined)
    if (answer?.ok) return /\S+#sign-in=\S+/.exec(output)?.[0]
    await new Promise((resolve) => setImmediate(resolve))
  }
  throw new Error(`docent-server did not start:\n${output}`)
}

export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const address = probe.address()
  probe.close()
  await once(probe, 'close')
  if (!address || typeof address === 'string') throw new Error('no port')
  return address.port
}
