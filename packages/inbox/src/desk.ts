import { type Clock, idbStorage, keysWith, type Page, type Scope, type Storage } from '@docent/core'
import { createLink } from '@docent/core/engine'
import {
  type AgentVocabulary,
  type AppConfig,
  type CommandInput,
  type FileRef,
  type Transport,
  TransportError,
} from '@docent/protocol'
import { type ReadonlySignal, signal } from '@preact/signals'
import { createModel, type InboxModel } from './model.ts'
import type { Account, InboxSession } from './session.ts'
import { watchRefusal } from './watch-refusal.ts'

/** Everything that belongs to one signed-in agent; ends with its scope. */
export interface Desk {
  readonly model: InboxModel
  readonly storage: Storage
  readonly account: Account
  /** What the app is called and looks like; empty until it is known. */
  readonly config: ReadonlySignal<AppConfig>
  /**
   * Name, e-mail address and password. Asked at once and never queued: a password is not to be stored in the browser.
   * Rejects with a `TransportError`.
   */
  updateAccount(change: CommandInput<AgentVocabulary, 'agent-update'>): Promise<void>
  /** Sends a file, to go into a message. Rejects with a `TransportError`. */
  upload(file: File, onProgress: (share: number) => void, signal: AbortSignal): Promise<FileRef>
  /** Signs out, and takes what this agent left in the browser with it. `false`: the server could not be told, all stays. */
  signOut(): Promise<boolean>
}

export interface DeskOptions {
  readonly account: Account
  readonly session: InboxSession
  readonly scope: Scope
  readonly clock: Clock
  readonly page: Page
  readonly transport: Transport<AgentVocabulary>
  readonly fetch: typeof fetch
}

export function openDesk({ account, session, scope, clock, page, fetch, ...options }: DeskOptions): Desk {
  const { agent, app } = account
  const name = `docent/inbox/${app}/${agent.id}`
  const storage = idbStorage(name)
  const transport = watchRefusal(options.transport, session.refused)
  const link = createLink<AgentVocabulary>({
    ...{ app, transport, storage, scope, clock, page },
    lock: () => name,
    newId: () => crypto.randomUUID(),
  })
  const model = createModel({ link, storage, scope, clock, agent })
  const config = signal<AppConfig>({})
  link.open()
  void fetchConfig(fetch, app, scope.signal).then((known) => void (config.value = known))
  return {
    ...{ model, storage, account, config },
    async updateAccount(input) {
      const command = { id: crypto.randomUUID(), name: 'agent-update', input, createdAt: clock.now() } as const
      await transport.perform(command, scope.signal)
      if (input.password !== undefined) session.changed({ hasPassword: true })
    },
    async upload(file, onProgress, abort) {
      if (!transport.upload) throw new TransportError('unsupported', 'This server takes no files')
      const told = (sent: number, total: number): void => onProgress(total > 0 ? sent / total : 1)
      const upload = { commandId: crypto.randomUUID(), index: 0, file, name: file.name, onProgress: told }
      return transport.upload(upload, abort)
    },
    async signOut() {
      if (!(await session.signOut())) return false
      const entries = await storage.read(keysWith(''))
      await storage.write(entries.map(([key]) => ({ key, value: undefined })))
      return true
    },
  }
}

/** The inbox works without it. */
async function fetchConfig(fetch: DeskOptions['fetch'], app: string, abort: AbortSignal): Promise<AppConfig> {
  try {
    const answer = await fetch(`/v1/content/config?app=${encodeURIComponent(app)}`, { signal: abort })
    return answer.ok ? await answer.json() : {}
  } catch {
    return {}
  }
}
