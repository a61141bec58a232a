import {
  type Ack,
  type Command,
  type CommandId,
  type CommandName,
  type Transport,
  type TransportError,
  toTransportError,
  type Vocabulary,
} from '@docent/protocol'
import type { ReadonlySignal } from '@preact/signals-core'
import type { Clock } from '../browser/clock.ts'
import type { Scope } from '../scope.ts'
import { outboxPrefix, type Storage, type Write } from '../storage/storage.ts'
import { backoffMs } from './backoff.ts'
import type { OutboxEntry } from './engine-types.ts'
import { createLanes, type Lanes } from './lanes.ts'
import { createOutboxEntries, type OutboxEntries } from './outbox-entries.ts'

/** Runs one at a time over all tabs; where there are no locks, at once (command ids make a double send harmless). */
export type Exclusive = (run: () => Promise<void>) => Promise<void>

export interface OutboxOptions<V extends Vocabulary> {
  readonly transport: Transport<V>
  readonly storage: Storage
  readonly clock: Clock
  readonly scope: Scope
  readonly exclusive: Exclusive
  /** Whether commands may go out now. */
  readonly online: () => boolean
  /** Does the backend apply one command id once? */
  readonly idempotent: () => boolean
  /** What else must be written with the first command: the session. */
  readonly alongside: () => readonly Write[]
  readonly settled: (command: Command<V>, outcome: { readonly ack: Ack } | { readonly error: TransportError }) => void
}

export interface Outbox<V extends Vocabulary> {
  readonly entries: ReadonlySignal<readonly OutboxEntry<V>[]>
  /** Durable when it resolves. */
  add(command: Command<V, CommandName<V>>, lane?: string): Promise<void>
  retry(id: CommandId): void
  discard(id: CommandId): void
  /** Sends what can be sent. Call when the link comes up. */
  flush(): void
}

/**
 * Commands that the backend has not confirmed. Written before the first attempt, sent in order within a conversation and side
 * by side over conversations, kept through reload, crash and closed tabs, removed only by an answer or by the visitor.
 */
export function createOutbox<V extends Vocabulary>(options: OutboxOptions<V>): Outbox<V> {
  const { storage, scope } = options
  const entries = createOutboxEntries<V>(storage)
  const lanes = createLanes<V>()
  const send = createAttempt(options, entries, lanes)
  const ready = () => lanes.ready(entries.all.peek())
  let flushing = false

  async function drain(): Promise<void> {
    await entries.load()
    const busy = new Map<string, Promise<void>>()
    while (options.online() && !scope.signal.aborted) {
      for (const [lane, entry] of ready()) {
        if (!busy.has(lane))
          busy.set(
            lane,
            send(entry).then(() => void busy.delete(lane)),
          )
      }
      if (busy.size === 0) return
      await Promise.race(busy.values())
    }
    // Another tab may go on only when nothing of this one is under way.
    await Promise.all(busy.values())
  }
  function flush(): void {
    if (flushing || scope.signal.aborted || !options.online()) return
    flushing = true
    void options.exclusive(drain).finally(() => {
      flushing = false
      if (ready().size > 0) flush()
    })
  }
  const loaded = entries.load()
  storage.watch(outboxPrefix, () => void entries.load().then(flush), scope.signal)
  return {
    entries: entries.all,
    async add(command, lane) {
      await loaded
      const entry = { command: command as Command<V>, state: 'queued', attempts: 0, ...(lane && { lane }) } as const
      await entries.add(entry, options.alongside())
      flush()
    },
    retry(id) {
      entries.change(id, { state: 'queued' })
      void entries.save(id).then(flush)
    },
    discard: (id) => void entries.remove(id),
    flush,
  }
}

/** One attempt at one command; resolves when its lane may go on. */
function createAttempt<V extends Vocabulary>(options: OutboxOptions<V>, entries: OutboxEntries<V>, lanes: Lanes<V>) {
  const { scope, transport, clock } = options
  async function failed({ command, attempts }: OutboxEntry<V>, error: TransportError): Promise<void> {
    const unsure = error.outcome === 'unknown' && !options.idempotent()
    const state = unsure ? 'unconfirmed' : error.retry === 'never' ? 'failed' : 'queued'
    entries.change(command.id, { state, attempts: attempts + 1, error: { code: error.code, message: error.message } })
    await entries.save(command.id)
    if (state !== 'queued') options.settled(command, { error })
    else await clock.wait(Math.max(error.retryAfterMs ?? 0, backoffMs(attempts)), scope.signal)
  }
  return async (entry: OutboxEntry<V>): Promise<void> => {
    const { command } = entry
    entries.change(command.id, { state: 'sending' })
    try {
      const ack = await transport.perform(command, scope.signal)
      lanes.learn(command, ack)
      options.settled(command, { ack })
      await entries.remove(command.id)
    } catch (reason) {
      if (!scope.signal.aborted) await failed(entry, toTransportError(reason))
    }
  }
}
