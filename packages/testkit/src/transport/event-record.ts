import type { Cursor, Sink, TransportError, VisitorEvent, VisitorVocabulary } from '@docent/protocol'
import { within } from '../assertions.ts'

/** A sink that writes down what it was told, and can be waited on. */
export interface EventRecord {
  readonly sink: Sink<VisitorVocabulary>
  readonly events: readonly VisitorEvent[]
  readonly losses: readonly TransportError[]
  /** The last cursor that came with events. */
  cursor(): Cursor | undefined
  /** Resolves to the first event, past or to come, that matches. */
  until<T extends VisitorEvent>(matches: (event: VisitorEvent) => event is T, claim: string): Promise<T>
  untilLost(claim: string): Promise<TransportError>
}

/** @param patienceMs how long `until` waits. @param onCall runs with every call of the sink. */
export function recordEvents(patienceMs: number, onCall: () => void = () => {}): EventRecord {
  const events: VisitorEvent[] = []
  const losses: TransportError[] = []
  const waiting = new Set<() => void>()
  let newest: Cursor | undefined
  const changed = (): void => {
    onCall()
    for (const look of [...waiting]) look()
  }
  const first = <T>(find: () => T | undefined, claim: string): Promise<T> => {
    const found = new Promise<T>((resolve) => {
      const look = (): void => {
        const value = find()
        if (value === undefined) return
        waiting.delete(look)
        resolve(value)
      }
      waiting.add(look)
      look()
    })
    return within(found, claim, patienceMs)
  }
  return {
    sink: {
      events(batch, cursor) {
        events.push(...batch)
        newest = cursor ?? newest
        changed()
      },
      lost(error) {
        losses.push(error)
        changed()
      },
    },
    events,
    losses,
    cursor: () => newest,
    until: (matches, claim) => first(() => events.find(matches), claim),
    untilLost: (claim) => first(() => losses[0], claim),
  }
}
