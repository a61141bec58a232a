import { isObject, type SocketCall, TransportError } from '@docent/protocol'
import { createDeadline } from '../http/deadline.ts'
import type { Door } from '../http/door.ts'
import { errorOf, toFailure } from '../http/failure.ts'

/** No answer takes longer, in ms. */
const answerTimeoutMs = 30_000

export interface PendingCalls extends Pick<Door, 'call'> {
  /** An answer came. One that nobody waits for any more is dropped. */
  settle(id: number, status: number, body: unknown): void
  /** No answer will come any more. Later calls are not sent. */
  fail(error: TransportError): void
}

interface Waiting {
  resolve(body: never): void
  reject(error: TransportError): void
}

/** Calls that share a socket: each is answered under its number, ends with its own signal, and waits 30 s at most. */
export function createPendingCalls(send: (frame: SocketCall) => void): PendingCalls {
  const waiting = new Map<number, Waiting>()
  let last = 0
  let isOver = false
  return {
    async call<T>(path: string, signal: AbortSignal, body: object = {}): Promise<T> {
      if (isOver) throw new TransportError('unavailable', 'The socket is closed: connect again')
      const id = ++last
      const deadline = createDeadline(signal, answerTimeoutMs)
      try {
        return await new Promise<T>((resolve, reject) => {
          waiting.set(id, { resolve, reject })
          const giveUp = () => reject(new TransportError('timeout', 'No answer in time', { outcome: 'unknown' }))
          deadline.signal.addEventListener('abort', giveUp)
          if (deadline.signal.aborted) giveUp()
          else send({ id, path, body })
        })
      } catch (cause) {
        throw toFailure(cause)
      } finally {
        waiting.delete(id)
        deadline.end()
      }
    },
    settle(id, status, body) {
      const call = waiting.get(id)
      if (status >= 200 && status < 300) call?.resolve(body as never)
      else call?.reject(errorOf(status, isObject(body) && isObject(body.error) ? body.error : {}))
    },
    fail(error) {
      isOver = true
      for (const call of waiting.values()) call.reject(error)
    },
  }
}
