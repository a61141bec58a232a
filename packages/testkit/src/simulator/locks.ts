import type { Process } from './process.ts'
import type { Random } from './random.ts'

/** The locks of one browser, as `navigator.locks` has them: one holder each, let go when the holder's tab ends. */
export interface Locks {
  request(process: Process, name: string, signal: AbortSignal, run: () => Promise<void>): Promise<void>
}

interface Request {
  readonly process: Process
  readonly grant: () => void
}

export function createLocks(random: Random): Locks {
  const queues = new Map<string, Request[]>()
  return {
    request: (process, name, signal, run) =>
      new Promise((resolve, reject) => {
        const queue = queues.get(name) ?? []
        queues.set(name, queue)
        let held = false
        const grantNext = (): void => void queue[0]?.process.later(random.between(0, 2), queue[0].grant)
        const release = (): void => {
          const at = queue.indexOf(request)
          if (at < 0) return
          queue.splice(at, 1)
          if (at === 0) grantNext()
        }
        const request: Request = {
          process,
          grant() {
            if (held || queue[0] !== request) return
            held = true
            run().then(resolve, reject).finally(release)
          },
        }
        process.onEnd(release)
        signal.addEventListener('abort', () => {
          if (held) return
          release()
          reject(signal.reason)
        })
        if (signal.aborted) return reject(signal.reason)
        queue.push(request)
        if (queue.length === 1) grantNext()
      }),
  }
}
