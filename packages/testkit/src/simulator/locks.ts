import type { Process } from './process.ts'
import type { Random } from './random.ts'

/** How a lock is asked for, as `navigator.locks` has it. */
export interface LockWish {
  readonly signal?: AbortSignal
  /** Not to wait: `run` is called without a lock where another one has it. */
  readonly ifAvailable?: boolean
  /** Whoever has it loses it. */
  readonly steal?: boolean
}

/** The locks of one browser, as `navigator.locks` has them: one holder each, let go when the holder's tab ends. */
export interface Locks {
  request(process: Process, name: string, wish: LockWish, run: (lock: unknown) => Promise<void>): Promise<void>
}

interface Request {
  readonly process: Process
  grant(): void
  rob(): void
}

export function createLocks(random: Random): Locks {
  const queues = new Map<string, Request[]>()
  return {
    request: (process, name, { signal, ifAvailable, steal }, run) =>
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
            run({ name }).then(resolve, reject).finally(release)
          },
          rob: () => void process.later(0, () => reject(new DOMException('The lock was stolen', 'AbortError'))),
        }
        process.onEnd(release)
        signal?.addEventListener('abort', () => {
          if (held) return
          release()
          reject(signal.reason)
        })
        if (signal?.aborted) return reject(signal.reason)
        if (ifAvailable && queue.length > 0)
          return process.later(random.between(0, 2), () => run(null).then(resolve, reject))
        if (steal) {
          queue.shift()?.rob()
          queue.unshift(request)
        } else queue.push(request)
        if (queue[0] === request) grantNext()
      }),
  }
}
