import type { Cursor, Id, VisitorEvent } from '@docent/protocol'

interface LogEntry {
  readonly sequence: number
  readonly visitorId: Id
  readonly event: VisitorEvent
}

/** All events in the order they happened, and the positions in it. */
export interface EventLog {
  append(visitorId: Id, event: VisitorEvent): void
  /** The visitor's events after the position, oldest first. */
  since(visitorId: Id, position: number): readonly VisitorEvent[]
  /** The newest position. */
  position(): number
  cursorOf(position: number): Cursor
  /** `undefined`: the log cannot say what happened since. */
  positionOf(cursor: Cursor | undefined): number | undefined
  /** Lets go of all events: every cursor of before is too old. */
  forget(): void
}

export function createEventLog(): EventLog {
  let entries: LogEntry[] = []
  let sequence = 0
  let forgotten = 0
  return {
    append(visitorId, event) {
      entries.push({ sequence: ++sequence, visitorId, event })
    },
    since: (visitorId, position) =>
      entries.filter((entry) => entry.sequence > position && entry.visitorId === visitorId).map((entry) => entry.event),
    position: () => sequence,
    cursorOf: (position) => `memory.${position}`,
    positionOf(cursor) {
      const digits = /^memory\.(\d+)$/.exec(cursor ?? '')?.[1]
      const position = Number(digits)
      return digits !== undefined && position >= forgotten && position <= sequence ? position : undefined
    },
    forget() {
      entries = []
      sequence += 1
      forgotten = sequence
    },
  }
}
