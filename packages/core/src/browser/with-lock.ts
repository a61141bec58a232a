import { webLocks } from './lock.ts'

/** Runs one at a time over all tabs of the origin. Without Web Locks it runs at once: command ids keep that harmless. */
export async function withLock(name: string, signal: AbortSignal, run: () => Promise<void>): Promise<void> {
  const locks = webLocks()
  if (!locks) return run()
  try {
    await locks.request(name, { signal }, run)
  } catch (error) {
    if (!signal.aborted) throw error
  }
}
