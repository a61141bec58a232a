import type { Clock, Scope } from '@docent/core'
import { type ReadonlySignal, signal } from '@preact/signals'

/** Minutes are the smallest thing that is shown; no wait is told more than this late, in ms. */
const stepMs = 15_000

/** The time as the views say it. */
export function createNow(clock: Clock, scope: Scope): ReadonlySignal<number> {
  const now = signal(clock.now())
  const run = async (): Promise<void> => {
    while (!scope.signal.aborted) {
      await clock.wait(stepMs, scope.signal)
      now.value = clock.now()
    }
  }
  void run()
  return now
}
