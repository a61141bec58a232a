import type { Capabilities, Cursor, EventOf, Transport, Vocabulary } from '@docent/protocol'
import type { ReadonlySignal } from '@preact/signals-core'
import type { Write } from '../storage/storage.ts'
import type { Gaps } from './catch-up.ts'
import type { LinkStatus, OutboxEntry, Receiver } from './engine-types.ts'
import type { SessionStore } from './session-store.ts'
import type { TabMessage } from './tab-message.ts'

/** What the parts of one link share, whether this tab has the connection or follows the tab that has it. */
export interface Line<V extends Vocabulary> {
  readonly status: ReadonlySignal<LinkStatus>
  readonly capabilities: ReadonlySignal<Capabilities | undefined>
  readonly outbox: ReadonlySignal<readonly OutboxEntry<V>[]>
  readonly receivers: Set<Receiver<V>>
  readonly session: SessionStore
  readonly gaps: Gaps
  /** Settles when all that the backend has said until now is stored. `false`: it is not, since another tab has stored something else. */
  writing: Promise<unknown>
  /** All that receivers would store. */
  snapshot(): readonly Write[]
  /** Takes in what other tabs have sent or written, and sends what can be sent here. */
  flush(): void
  /** Where calls go: to the transport, or to the tab that leads. */
  calls: Pick<Transport<V>, 'perform' | 'query' | 'hint'>
  /** This tab has the connection, works the outbox, and writes what the backend says into the store. */
  leads: boolean
  /** While this tab leads others: what hears them. */
  hear?: ((message: TabMessage<V>) => void) | undefined
  /** And what tells them: all up to the cursor is told with it. */
  relay?: ((events: readonly EventOf<V>[], cursor: Cursor | undefined) => void) | undefined
}
