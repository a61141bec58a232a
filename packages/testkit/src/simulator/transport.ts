import {
  type Capabilities,
  type Hello,
  type Id,
  type Session,
  type Sink,
  type Transport,
  TransportError,
  type VisitorEvent,
  type VisitorVocabulary,
} from '@docent/protocol'
import type { Conditions } from './faults.ts'
import type { Network } from './network.ts'
import type { Process } from './process.ts'
import type { Schedule } from './schedule.ts'
import type { Credentials, OpenAnswer, Server } from './server.ts'

/** A link that is silent for so long counts as lost, in ms. */
const silenceMs = 45_000

export interface TransportPorts {
  readonly process: Process
  readonly network: Network
  readonly server: Server
  readonly schedule: Schedule
  readonly conditions: Conditions
  /** Told of what leaves the tab. */
  readonly onPerform: (commandId: string, under: boolean) => void
}

/** A link of a tab, so that it can be broken from outside. */
export interface SimulatedTransport extends Transport {
  /** Every link breaks, and the tab notices; or it does not for long. */
  cut(noticed: boolean): void
  connected(): boolean
  /** Whoever it connected as last. */
  visitorId(): Id | undefined
}

/** What a good transport does: it moves data, renews its token, and tells what became of it. */
export function createTransport(ports: TransportPorts): SimulatedTransport {
  const { process, network, server, onPerform } = ports
  const streams = new Set<Stream>()
  let session: Session | undefined
  let access: string | undefined
  let visitor: Credentials | undefined
  const open = async (request: Session, why: 'first' | 'expired', signal: AbortSignal): Promise<OpenAnswer> => {
    const token = await request.getToken?.(why)
    const known = session === request ? visitor : undefined
    const answer = await network.call(process, signal, () =>
      server.open({
        ...(known && { visitor: known }),
        ...(token !== undefined && { token }),
        ...(request.cursor !== undefined && { cursor: request.cursor }),
      }),
    )
    if (session === request) {
      access = answer.access
      visitor = answer.visitor
    }
    return answer
  }
  /** Once more with a new token where this one has run out. */
  const authorized = async <T>(signal: AbortSignal, work: (access: string) => T): Promise<T> => {
    const used = access
    if (!session || used === undefined) throw new TransportError('unavailable', 'Not connected: connect first')
    try {
      return await network.call(process, signal, () => work(used))
    } catch (error) {
      if (!(error instanceof TransportError) || error.code !== 'auth-expired') throw error
      // Perhaps there is a newer one by now, of a newer connection.
      const fresh = access === used ? (await open(session, 'expired', signal)).access : access
      if (signal.aborted || fresh === undefined) throw new TransportError('unavailable', 'Connecting')
      return network.call(process, signal, () => work(fresh))
    }
  }
  return {
    name: 'simulated',
    async connect(request, sink, signal): Promise<Hello> {
      session = request
      access = undefined
      visitor = request.state as unknown as Credentials | undefined
      const hello = await open(request, 'first', signal)
      if (!signal.aborted) follow(ports, hello, sink, signal, streams)
      const { cursor, resumed } = hello
      const state = request.getToken ? { ...hello.visitor, secret: '' } : { ...hello.visitor }
      return { capabilities: capabilitiesOf(server), resumed, cursor, state }
    },
    async perform(command, signal) {
      onPerform(command.id, true)
      try {
        return await authorized(signal, (access) => server.perform(access, command as never))
      } finally {
        onPerform(command.id, false)
      }
    },
    query: (name, input, signal) => authorized(signal, (access) => server.query(access, name, input)),
    hint: () => {},
    cut(noticed) {
      for (const stream of [...streams]) stream.cut(noticed)
    },
    connected: () => streams.size > 0,
    visitorId: () => visitor?.visitorId,
  }
}

interface Stream {
  cut(noticed: boolean): void
}

/** Events of the server, in its order, until the link is lost or let go. */
function follow(
  { process, network, server, schedule, conditions }: TransportPorts,
  { visitor, cursor }: OpenAnswer,
  sink: Sink<VisitorVocabulary>,
  signal: AbortSignal,
  streams: Set<Stream>,
): void {
  const { visitorId } = visitor
  const begins = server.positionOf(cursor)
  let arrivesAt = 0
  let waking = false
  let lost = false
  const deliver = (events: readonly VisitorEvent[], at: string | undefined): void => {
    if (events.length === 0) return
    if (network.isDown() || conditions.lasts('link-half-open')) {
      cut(false)
      return
    }
    const now = schedule.now()
    arrivesAt = Math.max(arrivesAt, now + network.latencyMs())
    const late = conditions.strikes('events-late')
    const hand = (): void => {
      if (lost || (signal.aborted && !late)) return
      sink.events(copyOf(events), at)
    }
    process.later(arrivesAt - now, hand)
    if (conditions.strikes('events-repeated')) process.later(arrivesAt - now, hand)
  }
  const subscription = {
    visitorId,
    position: begins ?? server.position(),
    wake() {
      if (waking) return
      waking = true
      process.later(0, () => {
        waking = false
        if (!server.subscriptions.has(subscription)) return
        const events = server.eventsSince(visitorId, subscription.position)
        subscription.position = server.position()
        deliver(events, server.cursorAt(subscription.position))
      })
    },
    tell: (event: VisitorEvent) => deliver([event], undefined),
    drop: () => cut(true),
  }
  const end = (): void => {
    server.subscriptions.delete(subscription)
    streams.delete(stream)
  }
  const cut = (noticed: boolean): void => {
    if (!streams.has(stream)) return
    end()
    process.later(noticed ? network.latencyMs() : silenceMs, () => {
      if (lost || signal.aborted) return
      lost = true
      sink.lost(new TransportError(noticed ? 'unavailable' : 'timeout', 'The link broke'))
    })
  }
  const stream: Stream = { cut }
  server.subscriptions.add(subscription)
  streams.add(stream)
  signal.addEventListener('abort', end)
  process.onEnd(end)
  // Let go of since the session was opened.
  if (begins === undefined) subscription.tell({ type: 'gap', reason: 'expired' })
  subscription.wake()
}

const copyOf = (events: readonly VisitorEvent[]): VisitorEvent[] => JSON.parse(JSON.stringify(events))

const capabilitiesOf = ({ profile }: Server): Capabilities => ({
  ...profile,
  commands: ['conversation-start', 'message-send', 'conversation-read', 'visitor-update', 'events-record'],
  queries: ['conversations', 'messages'],
  parts: ['text'],
  hints: ['typing', 'page'],
  receipts: { delivered: false, read: true },
  files: false,
  stream: true,
  identity: ['anonymous', 'signed'],
  conversations: 'many',
  state: false,
  linkBound: [],
  maxTextLength: 10_000,
})
