interface Holder {
  rob(): void
}
type Run = (lock: object | null) => Promise<void>

/** One lock, as `navigator.locks` has it: the real one is not in Node. */
export function createWebLocks() {
  const queue: (() => void)[] = []
  let holder: Holder | undefined
  const hold = (run: Run): Promise<void> =>
    new Promise((resolve, reject) => {
      const own = { rob: () => reject(new DOMException('stolen', 'AbortError')) }
      holder = own
      const done = (): void => {
        resolve()
        if (holder !== own) return
        holder = undefined
        queue.shift()?.()
      }
      run({}).then(done, done)
    })
  return {
    async request(_name: string, { signal, ifAvailable, steal }: LockOptions, run: Run): Promise<void> {
      if (steal) {
        holder?.rob()
        return hold(run)
      }
      if (!holder) return hold(run)
      if (ifAvailable) return run(null)
      await new Promise<void>((resolve, reject) => {
        queue.push(resolve)
        signal?.addEventListener('abort', () => {
          const at = queue.indexOf(resolve)
          if (at < 0) return
          queue.splice(at, 1)
          reject(signal.reason)
        })
      })
      return hold(run)
    },
  }
}
