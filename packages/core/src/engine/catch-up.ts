import type { Cursor, Vocabulary } from '@docent/protocol'
import type { Scope } from '../scope.ts'
import type { Write } from '../storage/storage.ts'
import type { Line } from './line.ts'
import type { LinkOptions } from './link.ts'

/** What may be missing. */
export interface Gaps {
  /** Grows with every gap; 0: everything up to the cursor is here. */
  count: number
  /** How far the backend has told, with something missing before it. */
  reached?: Cursor | undefined
}

/** What could not be loaded is asked for again after this time, in ms. */
const reloadMs = 5000

/**
 * E6: what may be missing is fetched, however often it takes. E5: until then there is no cursor, and nothing that is received
 * is cached: a page view that is cut off in the middle begins the next one without a hole.
 */
export function createCatchUp<V extends Vocabulary>(
  options: LinkOptions<V>,
  line: Line<V>,
  write: (batch: readonly Write[]) => void,
) {
  const { gaps, receivers, session } = line
  const ask = (): Promise<unknown> => Promise.all([...receivers].map((receiver) => receiver.connected?.(false)))
  return async (own: Scope, cursor = gaps.reached, isFirst = ++gaps.count === 1): Promise<void> => {
    gaps.reached = cursor
    write(session.remember({ cursor: undefined }))
    if (!isFirst) return
    // At once: what is told while the rest loads lies behind the gap.
    const first = ask()
    first.catch(() => {})
    for (; !own.signal.aborted; await options.clock.wait(reloadMs, own.signal)) {
      const module = await import('./close-gaps.ts').catch(() => undefined)
      if (module) return module.closeGaps(options, line, own, write, (attempt) => (attempt ? ask() : first))
    }
  }
}
