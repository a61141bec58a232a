/** A signal that aborts with its parent, or when time runs out. */
export interface Deadline {
  readonly signal: AbortSignal
  /** Starts the time anew. */
  extend(ms: number): void
  /** Aborts whatever still runs on the signal, and lets go of timer and parent. */
  end(): void
}

export function createDeadline(parent: AbortSignal, ms: number): Deadline {
  const own = new AbortController()
  let timer: ReturnType<typeof setTimeout> | undefined
  const end = (): void => {
    clearTimeout(timer)
    parent.removeEventListener('abort', end)
    own.abort()
  }
  const extend = (restMs: number): void => {
    clearTimeout(timer)
    timer = setTimeout(end, restMs)
  }
  extend(ms)
  parent.addEventListener('abort', end)
  if (parent.aborted) end()
  return { signal: own.signal, extend, end }
}
