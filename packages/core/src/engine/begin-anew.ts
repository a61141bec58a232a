import { type Json, TransportError, type Vocabulary } from '@docent/protocol'
import { same } from '../storage/memory.ts'
import { keysWith, readOne, type Storage, type Write } from '../storage/storage.ts'
import { cachedWrites } from './cached-writes.ts'
import type { Line } from './line.ts'

const stateKey = 'link/state'

/**
 * Gives up the session and what was cached of it, or takes over the one that another tab has begun since. Answers what to
 * make of the error: whoever had no session is refused for good.
 */
export async function beginAnew<V extends Vocabulary>(
  line: Line<V>,
  storage: Storage,
  error: TransportError,
): Promise<TransportError> {
  const { state } = await line.session.load()
  if (state === undefined) return error
  const gone: Write[] = (await storage.read(keysWith('link/'))).map(([key]) => ({ key, value: undefined }))
  await storage.write([...gone, ...(await cachedWrites(storage))], { key: stateKey, value: state as Write['value'] })
  takeOver(line, (await readOne<object>(storage, stateKey)) as Json | undefined)
  return new TransportError('unavailable', error.message)
}

/** Another tab has stored who the visitor is while this one was finding out, or slept: what is stored counts. */
export async function giveWay<V extends Vocabulary>(line: Line<V>, storage: Storage): Promise<TransportError> {
  const { state } = await line.session.load()
  const stored = (await readOne<object>(storage, stateKey)) as Json | undefined
  // The tab that knew is gone, and has kept it for itself.
  if (stored === undefined) await storage.write(line.session.remember({ state }), { key: stateKey, value: undefined })
  else if (!same(stored, state)) takeOver(line, stored)
  line.writing = Promise.resolve(true)
  return new TransportError('unavailable', 'Another tab has stored who the visitor is')
}

/** Without a cursor, because what this tab has forgotten must be fetched again. */
function takeOver<V extends Vocabulary>({ session, receivers }: Line<V>, state: Json | undefined): void {
  session.remember({ state, cursor: undefined })
  for (const receiver of receivers) receiver.reset?.()
}
