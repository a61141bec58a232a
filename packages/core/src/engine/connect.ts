import {
  type Capabilities,
  type EventOf,
  type Sink,
  type TransportError,
  toTransportError,
  type Vocabulary,
} from '@docent/protocol'
import type { Scope } from '../scope.ts'
import type { Write } from '../storage/storage.ts'
import { createCatchUp } from './catch-up.ts'
import type { Receiver } from './engine-types.ts'
import type { Line } from './line.ts'
import type { LinkOptions } from './link.ts'
import { type SavedSession, stateKey } from './session-store.ts'
import { takeTurn } from './take-turn.ts'

/** What no backend should send is passed over, and what comes with it is not. Hearing the same twice changes nothing. */
function hear<V extends Vocabulary>(
  receiver: Receiver<V>,
  events: readonly EventOf<V>[],
  report: LinkOptions<V>['report'],
): readonly Write[] {
  try {
    return receiver.receive(events)
  } catch (error) {
    if (events.length > 1) return events.flatMap((event) => hear(receiver, [event], report))
    report?.(error)
    return []
  }
}

/** One connection of the transport: session in, events through the receivers, cursor and cache written together. */
export function createConnect<V extends Vocabulary>(
  options: LinkOptions<V>,
  line: Line<V>,
  greeted: (capabilities: Capabilities) => void,
) {
  const { app, storage, getToken, continues, onMerged, listening } = options
  const { session, receivers, gaps, snapshot } = line
  let merged = continues === undefined
  let anew = false
  /** The cursor must not cover what was not cached: once something is not stored, nothing more is. */
  const write = (batch: readonly Write[], ...expected: readonly Write[]): void => {
    if (batch.length > 0 && line.leads)
      line.writing = line.writing.then((works) => works && storage.write(batch, ...expected).catch(() => {}))
  }
  const catchUp = createCatchUp(options, line, write)
  /** The connection that stands now. */
  let current: Scope | undefined
  const sinkOf = (own: Scope, lost: (error: TransportError) => void): Sink<V> => ({
    events(batch: readonly EventOf<V>[], cursor) {
      if (own.signal.aborted) return
      const cached = [...receivers].flatMap((receiver) => hear(receiver, batch, options.report))
      line.relay?.(batch, cursor)
      if (batch.some((event) => (event as { type?: string }).type === 'gap')) return void catchUp(own, cursor)
      if (gaps.count) return void (gaps.reached = cursor ?? gaps.reached)
      const remembered = cursor === undefined ? [] : session.remember({ cursor })
      if (session.kept) write([...cached, ...remembered])
    },
    lost: (error) => own.signal.aborted || lost(error),
  })
  const connect = async (own: Scope, online: () => void): Promise<TransportError> => {
    await listening?.()
    const saved = await session.load()
    // Two histories become one: the anonymous session proves itself once, and everything is fetched anew.
    const { state, cursor }: SavedSession = merged ? saved : { state: continues }
    const request = { app, state, cursor, ...(getToken && { getToken }) }
    let lose: (error: TransportError) => void = () => {}
    const lost = new Promise<TransportError>((resolve) => {
      lose = resolve
    })
    const { leads } = line
    const hello = await takeTurn(line, options, own, request, sinkOf(own, lose), !merged)
    if (own.signal.aborted) return lost
    // From here on events may come: whoever begins to listen later has missed some.
    current = own
    // Resumed: the events since our cursor are still to come, so ours stays until they are here.
    const resumed = hello.resumed && cursor !== undefined
    // What the connection before did not finish is asked for anew.
    gaps.count = resumed ? 0 : 1
    gaps.reached = hello.cursor
    // What another tab has told this one, and perhaps not stored, is stored by whoever leads next.
    if (!leads && session.kept) write([...snapshot(), ...session.remember({ cursor })])
    if (hello.state !== undefined)
      write(session.remember({ state: hello.state }), { key: stateKey, value: saved.state as Write['value'] })
    // Who we are is stored before anything is sent: after a crash it is sent again by the same visitor, and not done twice.
    const isWritten = await line.writing
    if (own.signal.aborted) return lost
    if (isWritten === false) return (await import('./begin-anew.ts')).giveWay(line, storage)
    online()
    if (!merged) onMerged?.()
    merged = true
    greeted(hello.capabilities)
    if (resumed) for (const receiver of receivers) void receiver.connected?.(true)
    else void catchUp(own, gaps.reached, true)
    return lost
  }
  return {
    /**
     * A backend that has lost its data does not know an anonymous visitor any more, and nobody can vouch for them: they begin
     * anew. Once, so that a backend which refuses everyone is not asked for ever.
     */
    async run(own: Scope, online: () => void): Promise<TransportError> {
      const error = await connect(own, online).catch(toTransportError)
      if (anew || getToken || error.code !== 'auth-rejected') return error
      anew = true
      await line.writing
      return (await import('./begin-anew.ts')).beginAnew(line, storage, error)
    },
    /** Somebody has missed something, if the link is up. */
    catchUp: (): void => void (current?.signal.aborted === false && catchUp(current, session.cursor)),
  }
}
