import { effect } from '@preact/signals-core'

/**
 * The one lifetime token: an AbortSignal and a last-in-first-out list of clean-ups.
 * Whatever starts something adds to a scope; when the scope ends, nothing of it is left.
 */
export interface Scope {
  /** Give it to `fetch`, `addEventListener` and transports. */
  readonly signal: AbortSignal
  /** Runs when the scope ends, last in first out; at once if it already has. */
  add(cleanup: () => void): void
  /** A signal effect that ends with the scope. */
  effect(run: () => undefined | void | (() => void)): void
  /** A scope that ends with this one, or earlier. */
  child(): Scope
  /** Ends it. Idempotent. A clean-up that throws does not stop the rest. */
  dispose(): void
}

/** @example const scope = createScope(); scope.add(() => element.remove()); scope.dispose() */
export function createScope(): Scope {
  const controller = new AbortController()
  const { signal } = controller
  const cleanups = new Set<() => void>()
  const add = (cleanup: () => void): void => {
    if (signal.aborted) cleanup()
    else cleanups.add(cleanup)
  }
  return {
    signal,
    add,
    effect: (run) => add(effect(run)),
    child() {
      const child = createScope()
      const end = child.dispose
      add(end)
      child.add(() => cleanups.delete(end))
      return child
    },
    dispose() {
      if (signal.aborted) return
      controller.abort()
      for (const cleanup of [...cleanups].reverse()) {
        try {
          cleanup()
        } catch (error) {
          console.error(error)
        }
      }
      cleanups.clear()
    },
  }
}
