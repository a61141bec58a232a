import {
  type Capabilities,
  type Command,
  type CommandId,
  type EventOf,
  type Session,
  type Transport,
  TransportError,
  type Vocabulary,
} from '@docent/protocol'
import { effect, type ReadonlySignal, signal, untracked } from '@preact/signals-core'
import type { Clock } from '../browser/clock.ts'
import type { Page } from '../browser/page.ts'
import { createScope, type Scope } from '../scope.ts'
import type { Storage } from '../storage/storage.ts'
import { createConnect } from './connect.ts'
import { createConnection } from './connection.ts'
import type { Link, LinkStatus, Receiver } from './engine-types.ts'
import { createOutbox, type Exclusive } from './outbox.ts'
import { createSessionStore } from './session-store.ts'

export interface LinkOptions<V extends Vocabulary> {
  readonly app: string
  readonly transport: Transport<V>
  readonly storage: Storage
  readonly scope: Scope
  readonly clock: Clock
  readonly page: Pick<Page, 'online' | 'visible' | 'frozen'>
  readonly exclusive: Exclusive
  readonly getToken?: Session['getToken']
  /** An earlier, anonymous session that this one continues: handed to the transport on the first connection. */
  readonly continues?: Session['state']
  /** The backend has taken the earlier session in: it can be forgotten here. */
  readonly onMerged?: () => void
  readonly newId: () => CommandId
  /** Whoever hears what the backend tells is there when it resolves: nothing is told, and passed over for ever, before. */
  readonly listening?: () => Promise<unknown> | undefined
}

/** Joins transport, connection, outbox and receivers. Generic over the vocabulary: the widget and the inbox share it. */
export function createLink<V extends Vocabulary>(options: LinkOptions<V>): Link<V> {
  const { scope, transport, storage, clock } = options
  const capabilities = signal<Capabilities | undefined>(undefined)
  const receivers = new Set<Receiver<V>>()
  /** No two commands have one `createdAt`: stored ones are put in order by it, and a message must not overtake its start. */
  let createdAt = 0
  const session = createSessionStore(storage)
  receivers.add({
    /** E3: what was seen is not sent again, and needs nobody's decision. */
    receive(events: readonly EventOf<V>[]) {
      for (const { command, unsure } of outbox.entries.peek())
        if (unsure && events.some((event) => 'message' in event && isOf(event.message, command.id)))
          outbox.discard(command.id)
      return []
    },
  })
  const connect = createConnect(options, session, receivers, (known) => {
    capabilities.value = known
    outbox.flush()
  })
  const connection = createConnection({ ...options, connect: connect.run })
  const { status } = connection
  const outbox = createOutbox<V>({
    ...options,
    online: () => status.peek() === 'online' && options.page.online.peek(),
    idempotency: () => capabilities.peek()?.idempotency,
    alongside: () => (session.kept ? [] : [...session.keep(), ...[...receivers].flatMap((r) => r.snapshot?.() ?? [])]),
    settled: (command, outcome) => {
      for (const receiver of receivers) receiver.settled?.(command, outcome)
    },
  })
  scope.effect(() => void (options.page.online.value && untracked(outbox.flush)))
  return {
    status,
    capabilities,
    retryAt: connection.retryAt,
    outbox: outbox.entries,
    kept: () => session.kept,
    open: connection.open,
    close: connection.close,
    async send(name, input, id = options.newId(), lane) {
      await session.load()
      // Nor before those of other tabs, wherever the clock was when they wrote.
      const newest = outbox.entries.peek().at(-1)?.command.createdAt ?? 0
      createdAt = Math.max(clock.now(), createdAt + 1, newest + 1)
      await outbox.add({ id, name, input, createdAt } as Command<V, typeof name>, lane)
      connection.open()
      return id
    },
    retry: outbox.retry,
    discard: outbox.discard,
    async query(name, input, abort = scope.signal) {
      connection.open()
      await firstAttempt(status, abort)
      if (status.peek() !== 'online') throw new TransportError('offline', 'There is no connection to the server')
      return transport.query(name, input, abort)
    },
    hint: (hint) => {
      if (status.peek() === 'online') transport.hint?.(hint)
    },
    addReceiver(receiver) {
      receivers.add(receiver)
      // It has not heard what came since the link is up: the same as a gap.
      if (receiver.connected) connect.catchUp()
      return () => receivers.delete(receiver)
    },
  }
}

const isOf = (message: unknown, id: CommandId): boolean => (message as { readonly commandId?: string }).commandId === id

/** Resolves once the first attempt is over, one way or the other. */
function firstAttempt(status: ReadonlySignal<LinkStatus>, abort: AbortSignal): Promise<void> {
  const wait = createScope()
  return new Promise((resolve) => {
    wait.add(() => resolve())
    abort.addEventListener('abort', wait.dispose, { signal: wait.signal })
    wait.add(
      effect(() => {
        if (status.value !== 'idle' && status.value !== 'connecting') queueMicrotask(wait.dispose)
      }),
    )
  })
}
