import type { Exclusive } from '../engine/outbox.ts'

/** Runs one at a time over all tabs of the origin. Without Web Locks it runs at once: command ids keep that harmless. */
export const exclusiveLock =
  (name: string, signal: AbortSignal): Exclusive =>
  async (run) => {
    if (!navigator.locks) return run()
    try {
      await navigator.locks.request(name, { signal }, run)
    } catch (error) {
      if (!signal.aborted) throw error
    }
  }
