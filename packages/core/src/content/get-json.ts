import type { FeatureContext } from '../feature.ts'

/** Gets JSON from an address; rejects when there is none. */
export type GetJson = (url: string, cache: RequestCache) => Promise<unknown>

const patienceMs = 15_000

/** Over `fetch`, ended by the scope or after 15 s without an answer. */
export const jsonOver =
  (fetch: typeof globalThis.fetch, { clock, scope }: Pick<FeatureContext, 'clock' | 'scope'>): GetJson =>
  async (url, cache) => {
    const attempt = scope.child()
    void clock.wait(patienceMs, attempt.signal).then(attempt.dispose)
    try {
      const response = await fetch(url, { cache, signal: attempt.signal })
      if (!response.ok) throw new Error(`${url} answered ${response.status}`)
      return await response.json()
    } finally {
      attempt.dispose()
    }
  }
