import {
  type Capabilities,
  type Command,
  type CommandId,
  type Session,
  type Transport,
  TransportError,
  type Vocabulary,
} from '@docent/protocol'
import { signal, untracked } from '@preact/signals-core'
import type { Clock } from '../browser/clock.ts'
import type { Page } from '../browser/page.ts'
import type { Scope } from '../scope.ts'
import type { Storage } from '../storage/storage.ts'
import { createConnect } from './connect.ts'
import { createConnection } from './connection.ts'
import type { Link, LinkStatus, Receiver } from './engine-types.ts'
import type { Line } from './line.ts'
import { createOutbox } from './outbox.ts'
import { createSessionStore } from './session-store.ts'

export interface LinkOptions<V extends Vocabulary> {
  readonly app: string
  readonly transport: Transport<V>
  readonly storage: Storage
  readonly scope: Scope
  readonly clock: Clock
  readonly page: Pick<Page, 'online' | 'visible' | 'frozen'>
  /** Name of the lock under which one tab at a time works the outbox; known once storage was read. Absent: there are no other tabs. */
  readonly lock?: () => string
  /** What the tabs of one identity are known by, of which one has the connection. Absent: each has its own. */
  readonly tabs?: () => string
  readonly getToken?: Session['getToken']
  /** An earlier, anonymous session that this one continues: handed to the transport on the first connection. */
  readonly continues?: Session['state']
  /** The backend has taken the earlier session in: it can be forgotten here. */
  readonly onMerged?: () => void
  readonly newId: () => CommandId
  /** Told of an event that a receiver could not take in: the backend should not have sent it. */
  readonly report?: (error: unknown) => void
  /** Whoever hears what the backend tells is there when it resolves: nothing is told, and passed over for ever, before. */
  readonly listening?: () => Promise<unknown> | undefined
}

/** Joins transport, connection, outbox and receivers. Generic over the vocabulary: the widget and the inbox share it. */
export function createLink<V extends Vocabulary>(options: LinkOptions<V>): Link<V> {
  const { scope, transport, storage, clock } = options
  const status = signal<LinkStatus>('idle')
  const capabilities = signal<Capabilities | undefined>(undefined)
  const receivers = new Set<Receiver<V>>()
  const snapshot = () => [...receivers].flatMap((receiver) => receiver.snapshot?.() ?? [])
  const session = createSessionStore(storage)
  // Before anybody reads a cache: what is read later is newer than the cursor, never older.
  void session.load()
  const outbox = createOutbox<V>({
    ...options,
    online: () => line.leads && status.peek() === 'online' && options.page.online.peek(),
    idempotency: () => capabilities.peek()?.idempotency,
    alongside() {
      const writes = session.kept ? [] : [...session.keep(), ...snapshot()]
      // The tab that leads writes what it knows when it sends; what is known here may be older.
      return line.leads ? writes : []
    },
    receivers,
  })
  const line: Line<V> = {
    ...{ status, capabilities, session, snapshot, outbox: outbox.entries, flush: outbox.flush },
    ...{ receivers, calls: transport, leads: true, gaps: { count: 0 }, writing: Promise.resolve(true) },
  }
  const connect = createConnect(options, line, (known) => {
    capabilities.value = known
    outbox.flush()
  })
  const connection = createConnection({ ...options, status, connect: connect.run })
  scope.effect(() => void (options.page.online.value && untracked(outbox.flush)))
  return {
    status,
    capabilities,
    retryAt: connection.retryAt,
    outbox: outbox.entries,
    kept: () => session.kept,
    open: connection.open,
    close: connection.close,
    async send(name, input, id = options.newId(), lane, files) {
      await session.load()
      await outbox.add({ id, name, input, createdAt: clock.now() } as Command<V, typeof name>, lane, files)
      connection.open()
      return id
    },
    tell: (name, input) =>
      line.calls.perform({ id: options.newId(), name, input, createdAt: clock.now() } as Command<V>, scope.signal),
    retry: outbox.retry,
    discard: outbox.discard,
    async query(name, input, abort = scope.signal) {
      connection.open()
      // Until the first attempt is over, one way or the other.
      const attempt = scope.child()
      abort.addEventListener('abort', attempt.dispose, { signal: attempt.signal })
      attempt.effect(() => {
        if (status.value !== 'idle' && status.value !== 'connecting') queueMicrotask(attempt.dispose)
      })
      await new Promise<void>((end) => attempt.add(end))
      if (status.peek() !== 'online') throw new TransportError('offline', 'No connection')
      return line.calls.query(name, input, abort)
    },
    hint: (hint) => {
      if (status.peek() === 'online') line.calls.hint?.(hint)
    },
    addReceiver(receiver) {
      receivers.add(receiver)
      // It has not heard what came since the link is up: the same as a gap.
      if (receiver.connected) connect.catchUp()
      return () => receivers.delete(receiver)
    },
  }
}
