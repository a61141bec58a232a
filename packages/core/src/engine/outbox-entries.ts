import type { CommandId, Vocabulary } from '@docent/protocol'
import { type ReadonlySignal, signal } from '@preact/signals-core'
import { keysWith, outboxPrefix, type Storage, type Write } from '../storage/storage.ts'
import type { OutboxEntry } from './engine-types.ts'

/** The outbox as data: a signal and its copy in storage, in the order in which things were said. */
export interface OutboxEntries<V extends Vocabulary> {
  readonly all: ReadonlySignal<readonly OutboxEntry<V>[]>
  find(id: CommandId): OutboxEntry<V> | undefined
  /** Takes in what other tabs and earlier page views wrote; what this tab is sending or writing stays as it is. */
  load(): Promise<void>
  /** Shown at once; durable when it resolves. */
  add(entry: OutboxEntry<V>, alongside: readonly Write[]): Promise<void>
  change(id: CommandId, patch: Partial<OutboxEntry<V>>): void
  save(id: CommandId): Promise<unknown>
  remove(id: CommandId): Promise<unknown>
}

export function createOutboxEntries<V extends Vocabulary>(storage: Storage): OutboxEntries<V> {
  const all = signal<readonly OutboxEntry<V>[]>([])
  const keyOf = ({ command }: OutboxEntry<V>): string =>
    `${outboxPrefix}${String(command.createdAt).padStart(15, '0')}/${command.id}`
  const find = (id: CommandId): OutboxEntry<V> | undefined => all.peek().find(({ command }) => command.id === id)
  /** Changed here but perhaps not stored yet: must survive a `load()` that happens in between. */
  const writing = new Set<CommandId>()
  /** Grows with every write: what was read before is not what is stored now. */
  let version = 0
  async function store(entry: OutboxEntry<V>, alongside: readonly Write[] = []): Promise<void> {
    writing.add(entry.command.id)
    await storage.write([{ key: keyOf(entry), value: entry }, ...alongside])
    writing.delete(entry.command.id)
    version++
  }
  async function readStored(): Promise<readonly OutboxEntry<V>[]> {
    const before = version
    const stored = await storage.read(keysWith(outboxPrefix))
    return before === version ? stored.map(([, value]) => value as OutboxEntry<V>) : readStored()
  }
  return {
    all,
    find,
    async load() {
      const stored = await readStored()
      const here = all.peek().filter(({ command, state }) => state === 'sending' || writing.has(command.id))
      const others = stored.filter(({ command }) => here.every((entry) => entry.command.id !== command.id))
      const waiting = others.map((entry) =>
        entry.state === 'sending' ? { ...entry, state: 'queued' as const } : entry,
      )
      all.value = [...waiting, ...here].sort((a, b) => a.command.createdAt - b.command.createdAt)
    },
    async add(entry, alongside) {
      all.value = [...all.peek(), entry]
      await store(entry, alongside)
    },
    change(id, patch) {
      all.value = all.peek().map((entry) => (entry.command.id === id ? { ...entry, ...patch } : entry))
    },
    async save(id) {
      const entry = find(id)
      if (entry) await store(entry)
    },
    async remove(id) {
      const entry = find(id)
      version++
      all.value = all.peek().filter(({ command }) => command.id !== id)
      if (!entry) return
      await storage.write([keyOf(entry), ...(entry.files ?? [])].map((key) => ({ key, value: undefined })))
    },
  }
}
