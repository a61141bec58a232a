import type { Clock } from '@docent/core'

/** A clock that stands still until it is moved. */
export interface FakeClock extends Clock {
  /** Moves time on. Whoever waits until then goes on in the order of their times, and may wait again on the way. */
  advance(ms: number): Promise<void>
  /** How many wait at this moment. */
  waiting(): number
}

interface Waiter {
  readonly dueAt: number
  readonly wake: () => void
}

/**
 * Time for tests.
 * @example
 * const clock = createFakeClock()
 * const retried = retryAfter(500, clock)
 * await clock.advance(500)
 */
export function createFakeClock(startMs = Date.UTC(2026, 0, 1)): FakeClock {
  let nowMs = startMs
  const waiters = new Set<Waiter>()
  const next = (): Waiter | undefined => {
    let first: Waiter | undefined
    for (const waiter of waiters) if (!first || waiter.dueAt < first.dueAt) first = waiter
    return first
  }
  return {
    now: () => nowMs,
    waiting: () => waiters.size,
    wait: (ms, signal) =>
      new Promise((resolve) => {
        if (signal.aborted) return resolve()
        const wake = (): void => {
          waiters.delete(waiter)
          signal.removeEventListener('abort', wake)
          resolve()
        }
        const waiter: Waiter = { dueAt: nowMs + ms, wake }
        waiters.add(waiter)
        signal.addEventListener('abort', wake, { once: true })
      }),
    async advance(ms) {
      const until = nowMs + ms
      await settle()
      for (let waiter = next(); waiter && waiter.dueAt <= until; waiter = next()) {
        nowMs = Math.max(nowMs, waiter.dueAt)
        waiter.wake()
        await settle()
      }
      nowMs = until
    },
  }
}

/** Lets everything run that is ready to. A message channel is not touched by a test runner's fake timers. */
function settle(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => {
      port1.close()
      resolve()
    }
    port2.postMessage(undefined)
  })
}
