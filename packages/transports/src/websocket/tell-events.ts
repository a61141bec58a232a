import { type EventsFrame, isEvent, type Sink } from '@docent/protocol'

/** Passes the events of a frame on, with the cursor that covers them. A keep-alive has neither. */
export const tellEvents =
  (sink: Sink<never>) =>
  ({ events, cursor }: Partial<EventsFrame> | Record<string, unknown>): void => {
    if (!Array.isArray(events) || (events.length === 0 && cursor === undefined)) return
    sink.events(events.filter(isEvent) as never[], cursor as string | undefined)
  }
