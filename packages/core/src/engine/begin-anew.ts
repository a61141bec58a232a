import { type Json, TransportError, type Vocabulary } from '@docent/protocol'
import { keysWith, readOne, type Storage, type Write } from '../storage/storage.ts'
import { cachedWrites } from './cached-writes.ts'
import type { Line } from './line.ts'

const stateKey = 'link/state'

/**
 * Gives up the session and what was cached of it, or takes over the one that another tab has begun since. Answers what to
 * make of the error: whoever had no session is refused for good.
 */
export async function beginAnew<V extends Vocabulary>(
  { session, receivers }: Line<V>,
  storage: Storage,
  error: TransportError,
): Promise<TransportError> {
  const { state } = await session.load()
  if (state === undefined) return error
  const gone: Write[] = (await storage.read(keysWith('link/'))).map(([key]) => ({ key, value: undefined }))
  await storage.write([...gone, ...(await cachedWrites(storage))], { key: stateKey, value: state as Write['value'] })
  // Without a cursor, because what this tab has forgotten must be fetched again.
  session.remember({ state: (await readOne<object>(storage, stateKey)) as Json | undefined, cursor: undefined })
  for (const receiver of receivers) receiver.reset?.()
  return new TransportError('unavailable', error.message)
}
