import type { Sink, Vocabulary } from '@docent/protocol'

/** A sink that may be called at any time: after the end nothing gets through, and a loss is told once. */
export function guardSink<V extends Vocabulary>(sink: Sink<V>, signal: AbortSignal): Sink<V> {
  let isLost = false
  return {
    events(batch, cursor) {
      if (!signal.aborted && !isLost) sink.events(batch, cursor)
    },
    lost(error) {
      if (signal.aborted || isLost) return
      isLost = true
      sink.lost(error)
    },
  }
}
