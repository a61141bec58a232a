import { toTransportError, type Vocabulary } from '@docent/protocol'
import type { Scope } from '../scope.ts'
import type { Write } from '../storage/storage.ts'
import { backoffMs } from './backoff.ts'
import { cachedWrites } from './cached-writes.ts'
import type { Line } from './line.ts'
import type { LinkOptions } from './link.ts'

/** E6: asks until nothing is missing; then what is known is stored, with the cursor that covers it. */
export async function closeGaps<V extends Vocabulary>(
  { clock, storage }: LinkOptions<V>,
  { session, snapshot, gaps }: Line<V>,
  own: Scope,
  write: (batch: readonly Write[]) => void,
  ask: (attempt: number) => Promise<unknown>,
): Promise<void> {
  // What another tab has cached meanwhile may have holes: in the end exactly what is known here is stored.
  let stale: readonly Write[] = []
  for (let attempt = 0, closed = 0; closed < gaps.count; attempt++) {
    // Was asked for when it was found; what was found since, was not.
    const found = attempt ? gaps.count : 1
    try {
      await ask(attempt)
      stale = await cachedWrites(storage)
      closed = found
    } catch (error) {
      if (toTransportError(error).retry === 'never') closed = found
      else await clock.wait(backoffMs(attempt), own.signal)
    }
    if (own.signal.aborted) return
  }
  gaps.count = 0
  const moved = session.remember({ cursor: gaps.reached })
  if (session.kept) write([...stale, ...snapshot(), ...moved])
}
