import type { Json, RecordedEvent } from '@docent/protocol'

export type Details = Readonly<Record<string, Json>>

/** What an event says besides its name; `undefined` where that is no object. */
export const detailsOf = ({ data }: RecordedEvent): Details | undefined =>
  data && typeof data === 'object' && !Array.isArray(data) ? (data as Details) : undefined
