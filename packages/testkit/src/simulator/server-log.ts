import type { Cursor, Id, VisitorEvent } from '@docent/protocol'

/** All events of the app in one order, and who each is for. */
export interface ServerLog {
  append(visitorId: Id, event: VisitorEvent): void
  since(visitorId: Id, position: number): readonly VisitorEvent[]
  position(): number
  cursorOf(position: number): Cursor
  /** `undefined`: too old, or of another server. */
  positionOf(cursor: Cursor | undefined): number | undefined
  /** What was one visitor's is another's now. */
  move(from: Id, into: Id): void
  forget(): void
}

export function createServerLog(): ServerLog {
  let entries: { readonly at: number; visitorId: Id; readonly event: VisitorEvent }[] = []
  let last = 0
  let forgotten = 0
  return {
    append(visitorId, event) {
      entries.push({ at: ++last, visitorId, event })
    },
    since: (visitorId, position) =>
      entries.filter((entry) => entry.at > position && entry.visitorId === visitorId).map(({ event }) => event),
    position: () => last,
    cursorOf: (position) => `log.${position}`,
    positionOf(cursor) {
      const position = Number(/^log\.(\d+)$/.exec(cursor ?? '')?.[1] ?? Number.NaN)
      return position >= forgotten && position <= last ? position : undefined
    },
    move(from, into) {
      for (const entry of entries) if (entry.visitorId === from) entry.visitorId = into
    },
    forget() {
      entries = []
      last++
      forgotten = last
    },
  }
}
