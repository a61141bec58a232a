import { TransportError } from '@docent/protocol'
import { createDeadline } from '../http/deadline.ts'
import { toFailure } from '../http/failure.ts'

/** How long a backend may take for any one answer, in ms. */
const answerTimeoutMs = 20_000

/** Rejects when the signal aborts, or the answer takes too long. */
export async function withinTime<T>(answer: Promise<T>, signal: AbortSignal): Promise<T> {
  const deadline = createDeadline(signal, answerTimeoutMs)
  try {
    return await new Promise<T>((resolve, reject) => {
      const giveUp = () => reject(new TransportError('timeout', 'No answer in time', { outcome: 'unknown' }))
      deadline.signal.addEventListener('abort', giveUp)
      if (deadline.signal.aborted) giveUp()
      answer.then(resolve, reject)
    })
  } catch (cause) {
    throw toFailure(cause)
  } finally {
    deadline.end()
  }
}
