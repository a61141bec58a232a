/** What happens to the bytes of one direction. */
export interface Faults {
  latencyMs: number
  /** Up to this much more latency, at random. Bytes keep their order. */
  jitterMs: number
  /** 0: as fast as it goes. */
  bytesPerSecond: number
  /** Bytes vanish and the connection stays open, as on a half-open link. */
  swallows: boolean
  /** After this many bytes of a connection it is reset, in the middle of a frame if need be. */
  cutAfterBytes: number
}

export const calmFaults: Readonly<Faults> = {
  latencyMs: 0,
  jitterMs: 0,
  bytesPerSecond: 0,
  swallows: false,
  cutAfterBytes: Number.POSITIVE_INFINITY,
}
