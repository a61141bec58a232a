import type { ResolvedOptions } from '../options/resolve-options.ts'

/** Counts per key. `take` returns how many ms to wait, `undefined` when it may go on. */
export interface RateLimit {
  take(key: string): number | undefined
}

export interface RateLimits {
  readonly commands: RateLimit
  readonly requests: RateLimit
  readonly sessions: RateLimit
  readonly signIns: RateLimit
  readonly uploads: RateLimit
}

export const createRateLimits = (limits: ResolvedOptions['limits'], now = Date.now): RateLimits => ({
  commands: createRateLimit(limits.commandsPerMinute, now),
  requests: createRateLimit(limits.requestsPerMinute, now),
  sessions: createRateLimit(limits.sessionsPerMinute, now),
  signIns: createRateLimit(limits.signInsPerMinute, now),
  uploads: createRateLimit(limits.uploadsPerMinute, now),
})

const minuteMs = 60_000
/** Full buckets are forgotten when there are more keys than this… */
const maxKeys = 10_000
/** …but not looked for more often, in ms: a flood of keys must not make each request slow. */
const sweepMs = 1000

/** A token bucket per key: a minute's worth may come at once, then it refills steadily. Kept per node. */
export function createRateLimit(perMinute: number, now: () => number): RateLimit {
  const buckets = new Map<string, { tokens: number; at: number }>()
  const refill = (bucket: { tokens: number; at: number }, at: number) =>
    Math.min(perMinute, bucket.tokens + ((at - bucket.at) * perMinute) / minuteMs)
  let sweptAt = Number.NEGATIVE_INFINITY
  const forgetFull = (at: number) => {
    if (buckets.size <= maxKeys || at - sweptAt < sweepMs) return
    sweptAt = at
    for (const [key, bucket] of buckets) if (refill(bucket, at) >= perMinute) buckets.delete(key)
  }
  return {
    take(key) {
      const at = now()
      forgetFull(at)
      const bucket = buckets.get(key) ?? { tokens: perMinute, at }
      const tokens = refill(bucket, at)
      const isAllowed = tokens >= 1
      buckets.set(key, { tokens: isAllowed ? tokens - 1 : tokens, at })
      return isAllowed ? undefined : Math.ceil(((1 - tokens) * minuteMs) / perMinute)
    },
  }
}
