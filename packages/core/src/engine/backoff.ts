/** First wait, in ms; also the floor of the growth. */
const baseMs = 500
/** No wait is longer, in ms: someone may be looking at the screen. */
const capMs = 60_000

/** Full jitter: anything between 0 and the doubled base, so that a thousand tabs do not come back at once. */
export const backoffMs = (attempt: number, random: () => number = Math.random): number =>
  Math.round(random() * Math.min(capMs, baseMs * 2 ** attempt))
