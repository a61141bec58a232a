import type { Capabilities, Command, CommandId, CommandName, Transport, Vocabulary } from '@docent/protocol'
import type { ReadonlySignal } from '@preact/signals-core'
import type { Clock } from '../browser/clock.ts'
import { once } from '../once.ts'
import type { Scope } from '../scope.ts'
import { outboxPrefix, type Storage, type Write } from '../storage/storage.ts'
import type { Delivery } from './deliver.ts'
import type { OutboxEntry, Receiver } from './engine-types.ts'
import { createOutboxEntries } from './outbox-entries.ts'

export interface OutboxOptions<V extends Vocabulary> {
  readonly transport: Transport<V>
  readonly storage: Storage
  readonly clock: Clock
  readonly scope: Scope
  /** Of all tabs, one at a time works the outbox under it. Absent: there are no other tabs. */
  readonly lock?: () => string
  /** Whether commands may go out now. */
  readonly online: () => boolean
  /** Known when commands may go out. */
  readonly idempotency: () => Capabilities['idempotency'] | undefined
  /** What else must be written with the first command: the session. */
  readonly alongside: () => readonly Write[]
  /** Who is told what became of a command. */
  readonly receivers: Set<Receiver<V>>
}

export interface Outbox<V extends Vocabulary> {
  readonly entries: ReadonlySignal<readonly OutboxEntry<V>[]>
  /** Durable when it resolves, with its files. */
  add(command: Command<V, CommandName<V>>, lane?: string, files?: readonly Write[]): Promise<void>
  retry(id: CommandId): void
  discard(id: CommandId): void
  /** Takes in what other tabs have sent or written, and sends what can be sent here. Call when the link comes up. */
  flush(): void
}

/** What could not be loaded is asked for again after this time, in ms. */
const reloadMs = 5000

/**
 * Commands that the backend has not confirmed. Written before the first attempt, sent in order within a conversation and side
 * by side over conversations, kept through reload, crash and closed tabs, removed only by an answer or by the visitor.
 */
export function createOutbox<V extends Vocabulary>(options: OutboxOptions<V>): Outbox<V> {
  const { storage, scope, clock } = options
  const entries = createOutboxEntries<V>(storage)
  let delivery: Delivery | undefined
  const load = once(async () => (delivery = (await import('./deliver.ts')).createDelivery(options, entries)))
  let flushing = false
  let again = false

  const work = async (): Promise<void> => {
    await entries.load()
    if (entries.all.peek().length > 0) await (await load()).drain()
  }
  function flush(): void {
    again = true
    delivery?.wake()
    if (flushing || scope.signal.aborted) return
    if (!options.online()) return void entries.load()
    flushing = true
    again = false
    work()
      .catch(() => clock.wait(reloadMs, scope.signal).then(() => (again = true)))
      .finally(() => {
        flushing = false
        if (again) flush()
      })
  }
  const loaded = entries.load()
  storage.watch(outboxPrefix, () => void entries.load().then(flush), scope.signal)
  return {
    entries: entries.all,
    async add(command, lane, files = []) {
      await loaded
      // Stored ones are put in order by it: a message must not overtake its start, also where the clock was set back.
      const createdAt = Math.max(command.createdAt, (entries.all.peek().at(-1)?.command.createdAt ?? 0) + 1)
      const entry: OutboxEntry<V> = {
        command: { ...command, createdAt } as Command<V>,
        state: 'queued',
        attempts: 0,
        ...(lane && { lane }),
        ...(files[0] && { files: files.map(({ key }) => key) }),
      }
      await entries.add(entry, [...options.alongside(), ...files])
      flush()
    },
    retry(id) {
      entries.change(id, { state: 'queued', unsure: false })
      void entries.save(id).then(flush)
    },
    discard(id) {
      void entries.remove(id)
      delivery?.drop(id)
    },
    flush,
  }
}
