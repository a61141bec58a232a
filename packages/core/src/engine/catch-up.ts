import { type Cursor, toTransportError, type Vocabulary } from '@docent/protocol'
import type { Clock } from '../browser/clock.ts'
import type { Scope } from '../scope.ts'
import type { Write } from '../storage/storage.ts'
import { backoffMs } from './backoff.ts'
import type { Receiver } from './engine-types.ts'
import type { SessionStore } from './session-store.ts'

/**
 * E6: what may be missing is fetched, however often it takes. E5: until then there is no cursor, and nothing that is received
 * is cached: a page view that is cut off in the middle begins the next one without a hole.
 */
export function createCatchUp<V extends Vocabulary>(
  clock: Clock,
  session: SessionStore,
  receivers: ReadonlySet<Receiver<V>>,
  write: (batch: readonly Write[]) => void,
) {
  /** Grows with every gap; 0: everything up to the cursor is here. */
  let gaps = 0
  /** How far the backend has told, with something missing before it. */
  let reached: Cursor | undefined
  return {
    get isBehind() {
      return gaps > 0
    },
    told: (cursor: Cursor | undefined): void => void (reached = cursor ?? reached),
    /** A new connection: what the one before did not finish is asked for anew. */
    forget: (): void => void (gaps = 0),
    async begin(own: Scope, cursor = reached): Promise<void> {
      reached = cursor
      write(session.remember({ cursor: undefined }))
      if (++gaps > 1) return
      for (let attempt = 0, closed = 0; closed < gaps; attempt++) {
        const found = gaps
        try {
          await Promise.all([...receivers].map((receiver) => receiver.connected?.(false)))
          closed = found
        } catch (error) {
          if (toTransportError(error).retry === 'never') closed = found
          else await clock.wait(backoffMs(attempt), own.signal)
        }
        if (own.signal.aborted) return
      }
      gaps = 0
      const moved = session.remember({ cursor: reached })
      if (session.kept) write([...[...receivers].flatMap((receiver) => receiver.snapshot?.() ?? []), ...moved])
    },
  }
}
