/**
 * A process that starts and stops backends as it is told, so that a scenario has a fresh one, with data of its own, without
 * waiting for a program to load. What must be killable runs in a process of its own instead: docent-server.ts.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { createDemo } from '../../../examples/saas-demo/server/create-demo.ts'
import { startDemo } from '../../../examples/saas-demo/server/start-demo.ts'
import { type AnswerQuestion, type AppOptions, createServer } from '../../../packages/server/src/index.ts'
import { root } from './child.ts'

export interface Started {
  /** Of Paperlane, where there is one, else of docent-server. */
  readonly url: string
  /** Signs an agent in once; empty where there is no docent-server. */
  readonly signInLink: string
}

interface Running extends Started {
  close(): Promise<void>
}

/** What can be asked for, and with what. */
export interface Kinds {
  /** Paperlane with its docent-server and inbox, as in `npm run demo`; the bot only where a scenario is about it. */
  readonly demo: { readonly bot?: boolean }
  /** Paperlane alone. */
  readonly paperlane: { readonly docentUrl: string; readonly tokenKey: string }
  /** docent-server alone. `wordyBot`: a bot answers first, and does not end until it is stopped. */
  readonly server: { readonly apps: readonly AppOptions[]; readonly wordyBot?: boolean }
}

const start: { readonly [Kind in keyof Kinds]: (options: Kinds[Kind], dataDir: string) => Promise<Running> } = {
  async demo({ bot = false }, dataDir) {
    const demo = await startDemo({ appPort: 0, docentPort: 0, dataDir, bot })
    return { url: demo.appUrl, signInLink: demo.inboxLink, close: demo.close }
  },
  async paperlane(options, dataDir) {
    return { ...(await createDemo({ port: 0, dataDir, ...options })), signInLink: '' }
  },
  async server({ apps: given, wordyBot }, dataDir) {
    const apps = wordyBot ? given.map((app) => ({ ...app, bot: { answer: talk } })) : given
    const cdnDir = join(root, 'packages/widget/dist/cdn')
    const server = await createServer({ port: 0, dataDir, cdnDir, apps, log: () => undefined })
    return { url: server.url, signInLink: await server.createSignInLink(), close: server.close }
  },
}

/** Says how often it has spoken, until it is stopped. */
const talk: AnswerQuestion = async function* (_, signal) {
  for (let count = 1; !signal.aborted; count++) {
    yield { type: 'text', text: `Word ${count}. ` }
    await wait(150, undefined, { signal }).catch(() => {})
  }
}

export type Request =
  | { readonly id: number; readonly start: keyof Kinds; readonly options: object }
  | { readonly id: number; readonly stop: number }
export type Answer = { readonly id: number } & Partial<Started> & { readonly error?: string }

const running = new Map<number, () => Promise<void>>()

async function perform(request: Request): Promise<Partial<Started>> {
  if ('stop' in request) {
    await running.get(request.stop)?.()
    running.delete(request.stop)
    return {}
  }
  const dataDir = await mkdtemp(join(tmpdir(), 'docent-e2e-'))
  const { url, signInLink, close } = await start[request.start](request.options as never, dataDir)
  running.set(request.id, async () => {
    await close()
    await rm(dataDir, { recursive: true, force: true })
  })
  return { url, signInLink }
}

process.on('message', (request: Request) => {
  const answer = (rest: Partial<Started> & { error?: string }) => process.send?.({ id: request.id, ...rest })
  perform(request).then(answer, (error) => answer({ error: String(error?.stack ?? error) }))
})
// The worker is gone, or done: nothing is left running.
process.once('disconnect', () => {
  Promise.allSettled([...running.values()].map((close) => close())).finally(() => process.exit(0))
})
