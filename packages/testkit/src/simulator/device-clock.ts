import type { Clock } from '@docent/core'
import type { Process } from './process.ts'
import type { Schedule } from './schedule.ts'

/** A tab's clock: as wrong as its device's. Waiting is not: that is counted by the machine. */
export const createDeviceClock = (process: Process, schedule: Schedule, skewMs: () => number): Clock => ({
  now: () => Math.round(schedule.now() + skewMs()),
  wait: (ms, signal) =>
    new Promise((resolve) => {
      if (signal.aborted) return resolve()
      const done = (): void => {
        signal.removeEventListener('abort', end)
        resolve()
      }
      const takeBack = process.later(ms, done)
      const end = (): void => {
        takeBack()
        resolve()
      }
      signal.addEventListener('abort', end, { once: true })
    }),
})
