import type { RecordedEvent } from '@docent/protocol'

/** What a host can listen to with `docent.on(name, handle)`. */
export interface DocentEvents {
  /** The launcher stands and features are set up. */
  ready: undefined
  open: { readonly feature: string; readonly route: string }
  close: undefined
  /** Everything tracked, by the host or by Docent, in `object_action` form. */
  event: RecordedEvent
  /** The number of unread messages and news changed. */
  unread: number
  /** Something went wrong and was dealt with; nothing is thrown at the page. */
  error: unknown
}

type Handler<T> = (detail: T) => void

export interface Emitter {
  on<K extends keyof DocentEvents>(name: K, handle: Handler<DocentEvents[K]>): () => void
  emit<K extends keyof DocentEvents>(name: K, detail: DocentEvents[K]): void
  clear(): void
}

export function createEmitter(): Emitter {
  const handlers = new Map<string, Set<Handler<never>>>()
  return {
    on(name, handle) {
      const set = handlers.get(name) ?? new Set()
      handlers.set(name, set.add(handle))
      return () => set.delete(handle)
    },
    emit(name, detail) {
      for (const handle of [...(handlers.get(name) ?? [])]) {
        try {
          ;(handle as Handler<typeof detail>)(detail)
        } catch (error) {
          // A handler of the host failed: its own console is where it looks.
          console.error(error)
        }
      }
    },
    clear: () => handlers.clear(),
  }
}
