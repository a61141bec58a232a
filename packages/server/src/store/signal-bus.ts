import type { Id } from '@docent/protocol'
import type { Signal } from './store.ts'

export interface SignalBus {
  /** Tells this node's listeners. */
  deliver(signal: Signal, local: boolean): void
  onSignal(listener: (signal: Signal, local: boolean) => void): () => void
  onCommit(listener: (appId: Id, streams: readonly string[] | 'all') => void): () => void
}

/** The listeners of one process. Several nodes share signals by LISTEN/NOTIFY on top of it. */
export function createSignalBus(): SignalBus {
  const listeners = new Set<(signal: Signal, local: boolean) => void>()
  const onSignal: SignalBus['onSignal'] = (listener) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }
  return {
    onSignal,
    deliver(signal, local) {
      for (const listener of listeners) listener(signal, local)
    },
    onCommit: (listener) =>
      onSignal((signal) => {
        if (signal.type === 'committed') listener(signal.appId, signal.streams)
      }),
  }
}
