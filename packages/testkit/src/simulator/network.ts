import { TransportError } from '@docent/protocol'
import type { Conditions } from './faults.ts'
import type { Process } from './process.ts'
import type { Random } from './random.ts'
import type { Schedule } from './schedule.ts'

/** No answer takes longer, in ms: what a transport does about a request that is lost. */
const answerTimeoutMs = 30_000

/** The way between tabs and server. */
export interface Network {
  /** Runs `work` on the server, if the request arrives; answers, if the answer does. */
  call<T>(process: Process, signal: AbortSignal, work: () => T): Promise<T>
  latencyMs(): number
  isDown(): boolean
  /** The server is away until then. What it was doing may be done or not, and is not answered. */
  restartServer(forMs: number): void
  /** It is back now. */
  heal(): void
}

export function createNetwork(schedule: Schedule, random: Random, conditions: Conditions): Network {
  let awayUntil = 0
  const broken = new Set<() => void>()
  const latencyMs = (): number => {
    if (conditions.lasts('network-slow')) return random.between(200, 8000)
    return conditions.lasts('answers-reordered') ? random.between(1, 600) : random.between(5, 60)
  }
  const thinkingMs = (): number => (conditions.lasts('server-slow') ? random.between(100, 6000) : random.between(0, 4))
  const isDown = (): boolean => conditions.lasts('network-down') || conditions.lasts('network-down-unnoticed')
  const fail = (outcome: 'not-applied' | 'unknown', code: 'offline' | 'timeout' | 'unavailable' = 'unavailable') =>
    new TransportError(code, `${code}, ${outcome}`, { outcome })

  /** What happens to one request, as the sender sees it. */
  function carry<T>(work: () => T, settle: (ms: number, how: () => T) => void): void {
    const refuse = (ms: number, error: TransportError): void =>
      settle(ms, () => {
        throw error
      })
    const serve = (): void => {
      const garbled = conditions.strikes('answer-garbled')
      const busyMs = conditions.strikes('server-busy') ? random.below(20_000) : undefined
      if (schedule.now() < awayUntil) refuse(latencyMs(), fail('not-applied'))
      else if (busyMs !== undefined)
        refuse(latencyMs(), new TransportError('rate-limited', 'Busy', { retryAfterMs: busyMs }))
      else if (garbled && random.chance(0.5)) refuse(latencyMs(), fail('unknown'))
      else answer(attempt(work), garbled)
    }
    const answer = (how: () => T, garbled: boolean): void => {
      if (conditions.strikes('request-repeated')) schedule.after(random.between(0, 3000), () => void attempt(work))
      if (garbled || conditions.strikes('answer-cut')) refuse(latencyMs(), fail('unknown'))
      else if (isDown() || conditions.strikes('answer-lost')) refuse(answerTimeoutMs, fail('unknown', 'timeout'))
      else settle(latencyMs(), how)
    }
    if (conditions.lasts('network-down')) refuse(random.between(1, 50), fail('not-applied', 'offline'))
    else if (isDown() || conditions.strikes('request-lost')) refuse(answerTimeoutMs, fail('unknown', 'timeout'))
    else if (conditions.strikes('request-refused')) refuse(random.between(1, 50), fail('not-applied'))
    else schedule.after(latencyMs() + thinkingMs(), serve)
  }
  return {
    latencyMs,
    isDown,
    call: (process, signal, work) =>
      new Promise((resolve, reject) => {
        if (signal.aborted) return reject(fail('unknown', 'timeout'))
        const end = (): void => {
          signal.removeEventListener('abort', abort)
          broken.delete(breakOff)
        }
        const abort = (): void => {
          end()
          reject(fail('unknown', 'timeout'))
        }
        const breakOff = (): void => {
          end()
          process.later(latencyMs(), () => reject(fail('unknown')))
        }
        signal.addEventListener('abort', abort)
        broken.add(breakOff)
        carry(work, (ms, how) => {
          process.later(ms, () => {
            end()
            try {
              resolve(how())
            } catch (error) {
              reject(error)
            }
          })
        })
      }),
    restartServer(forMs) {
      awayUntil = schedule.now() + forMs
      for (const breakOff of broken) if (random.chance(0.5)) breakOff()
    },
    heal: () => void (awayUntil = 0),
  }
}

/** The work's answer, or the way to its refusal. */
function attempt<T>(work: () => T): () => T {
  try {
    const answer = work()
    return () => answer
  } catch (error) {
    return () => {
      throw error
    }
  }
}
