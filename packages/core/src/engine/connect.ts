import {
  type Capabilities,
  type EventOf,
  type Session,
  type Sink,
  TransportError,
  toTransportError,
  type Vocabulary,
} from '@docent/protocol'
import type { Scope } from '../scope.ts'
import type { Write } from '../storage/storage.ts'
import { createCatchUp } from './catch-up.ts'
import type { Receiver } from './engine-types.ts'
import type { LinkOptions } from './link.ts'
import type { SessionStore } from './session-store.ts'

/** E11: however many ask at once, the host page is asked once. */
const askedOnce = (getToken: NonNullable<Session['getToken']>): typeof getToken => {
  let asking: Promise<string> | undefined
  return (why) =>
    (asking ??= getToken(why).finally(() => {
      asking = undefined
    }))
}

/** One connection of the transport: session in, events through the receivers, cursor and cache written together. */
export function createConnect<V extends Vocabulary>(
  { app, transport, storage, clock, getToken, continues, onMerged, listening }: LinkOptions<V>,
  session: SessionStore,
  receivers: ReadonlySet<Receiver<V>>,
  greeted: (capabilities: Capabilities) => void,
) {
  let merged = continues === undefined
  const token = getToken && { getToken: askedOnce(getToken) }
  let anew = false
  let writing: Promise<unknown> = Promise.resolve()
  const write = (batch: readonly Write[]): void => {
    if (batch.length > 0) writing = writing.then(() => storage.write(batch))
  }
  const catchUp = createCatchUp(clock, session, receivers, write)
  /** The connection that stands now. */
  let current: Scope | undefined
  const sinkOf = (own: Scope, lost: (error: TransportError) => void): Sink<V> => ({
    events(batch: readonly EventOf<V>[], cursor) {
      if (own.signal.aborted) return
      const cached = [...receivers].flatMap((receiver) => receiver.receive(batch))
      if (batch.some((event) => (event as { type?: string }).type === 'gap')) return void catchUp.begin(own, cursor)
      if (catchUp.isBehind) return catchUp.told(cursor)
      const remembered = cursor === undefined ? [] : session.remember({ cursor })
      if (session.kept) write([...cached, ...remembered])
    },
    lost: (error) => own.signal.aborted || lost(error),
  })
  /** Two histories become one: the anonymous session proves itself once, and everything is fetched anew. */
  const requestOf = async (): Promise<Session> => {
    const saved = await session.load()
    const { state, cursor } = merged ? saved : { state: continues }
    return { app, ...(state !== undefined && { state }), ...(cursor !== undefined && { cursor }), ...token }
  }
  const connect = async (own: Scope, online: () => void): Promise<TransportError> => {
    await listening?.()
    const request = await requestOf()
    let lose: (error: TransportError) => void = () => {}
    const lost = new Promise<TransportError>((resolve) => {
      lose = resolve
    })
    // Whoever is here by now has a connection of their own, on the same transport.
    if (own.signal.aborted) return lost
    const hello = await transport.connect(request, sinkOf(own, lose), own.signal)
    if (own.signal.aborted) return lost
    // From here on events may come: whoever begins to listen later has missed some.
    current = own
    catchUp.forget()
    // Resumed: the events since our cursor are still to come, so ours stays until they are here.
    const resumed = hello.resumed && request.cursor !== undefined
    if (hello.state !== undefined) write(session.remember({ state: hello.state }))
    // Who we are is stored before anything is sent: after a crash it is sent again by the same visitor, and not done twice.
    await writing
    if (own.signal.aborted) return lost
    online()
    if (!merged) onMerged?.()
    merged = true
    greeted(hello.capabilities)
    if (resumed) for (const receiver of receivers) void receiver.connected?.(true)
    else void catchUp.begin(own, hello.cursor)
    return lost
  }
  /**
   * A backend that has lost its data does not know an anonymous visitor any more, and nobody can vouch for them: they begin
   * anew. Once, so that a backend which refuses everyone is not asked for ever.
   */
  const beginsAnew = async (error: unknown): Promise<boolean> => {
    const { state } = await session.load()
    if (anew || getToken || state === undefined || toTransportError(error).code !== 'auth-rejected') return false
    anew = true
    await writing
    await session.forget()
    for (const receiver of receivers) receiver.reset?.()
    return true
  }
  return {
    async run(own: Scope, online: () => void): Promise<TransportError> {
      try {
        const error = await connect(own, online)
        return (await beginsAnew(error)) ? new TransportError('unavailable') : error
      } catch (error) {
        if (await beginsAnew(error)) return connect(own, online)
        throw error
      }
    },
    /** Somebody has missed something, if the link is up. */
    catchUp: (): void => void (current?.signal.aborted === false && catchUp.begin(current, session.cursor)),
  }
}
