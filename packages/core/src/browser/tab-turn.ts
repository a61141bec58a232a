import { type ReadonlySignal, signal } from '@preact/signals-core'
import { webLocks } from './lock.ts'

export interface TabTurn {
  /** It is this tab's turn. */
  readonly granted: ReadonlySignal<boolean>
  /** The next tab may. */
  end(): void
}

/** Waits until no other tab of the origin has the turn of that name. Without Web Locks each tab is on its own. */
export function takeTabTurn(name: string): TabTurn {
  const locks = webLocks()
  const granted = signal(!locks)
  const waiting = new AbortController()
  const { signal: ended } = waiting
  const hold = (): Promise<void> => {
    granted.value = true
    return new Promise((resolve) => {
      if (ended.aborted) resolve()
      ended.addEventListener('abort', () => resolve())
    })
  }
  // Rejects when it ends before its turn.
  locks?.request(name, { signal: ended }, hold).catch(() => {})
  return { granted, end: () => waiting.abort() }
}
