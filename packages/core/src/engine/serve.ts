import { type Sink, TransportError, toTransportError, type Vocabulary } from '@docent/protocol'
import type { Scope } from '../scope.ts'
import type { Receiver } from './engine-types.ts'
import type { Line } from './line.ts'
import type { LinkOptions } from './link.ts'
import type { Joined, Question, TabMessage } from './tab-message.ts'

/** In the tab that leads, once another one has asked: tells them what happens, and asks the backend for them. */
export function serve<V extends Vocabulary>(
  line: Line<V>,
  options: LinkOptions<V>,
  own: Scope,
  channel: BroadcastChannel,
  sink: Sink<V>,
  first: TabMessage<V>,
): void {
  if (!own.signal.aborted) line.hear ??= createHearing(line, options, own, channel, sink)
  line.hear?.(first)
}

function createHearing<V extends Vocabulary>(
  line: Line<V>,
  { transport }: LinkOptions<V>,
  own: Scope,
  channel: BroadcastChannel,
  sink: Sink<V>,
): (message: TabMessage<V>) => void {
  const post = (message: TabMessage<V>): void => void (own.signal.aborted || channel.postMessage(message))
  const receiver: Receiver<V> = {
    receive: () => [],
    settled: (command, outcome) => 'ack' in outcome && post({ kind: 'settled', command, ack: outcome.ack }),
  }
  line.receivers.add(receiver)
  line.relay = (events, cursor) => post({ kind: 'events', events, ...(cursor !== undefined && { cursor }) })
  own.add(() => {
    line.receivers.delete(receiver)
    line.hear = line.relay = undefined
    channel.postMessage({ kind: 'over' } satisfies TabMessage<V>)
  })
  const online = new Promise<void>((resolve) => own.effect(() => void (line.status.value === 'online' && resolve())))

  async function join(): Promise<Joined | undefined> {
    await online
    // Whoever joins reads there what was said before.
    await line.writing
    const capabilities = line.capabilities.peek()
    const { state, cursor = line.gaps.reached } = await line.session.load()
    return capabilities && { capabilities, ...(state !== undefined && { state }), ...(cursor && { cursor }) }
  }
  function answer({ method, args }: Question): unknown {
    if (method === 'join') return join()
    if (method === 'flush') return line.flush()
    return (transport[method] as ((...all: unknown[]) => unknown) | undefined)?.(...args, own.signal)
  }
  return async (message) => {
    // Where there are no locks two may lead for a moment.
    if (message.kind === 'leads') sink.lost(new TransportError('unavailable', 'Another tab leads'))
    if (message.kind !== 'ask') return
    post({ kind: 'heard' })
    try {
      post({ kind: 'answer', id: message.id, value: await answer(message) })
    } catch (reason) {
      const { code, message: text, outcome, retryAfterMs } = toTransportError(reason)
      const error = { code, text, outcome, ...(retryAfterMs !== undefined && { retryAfterMs }) }
      post({ kind: 'answer', id: message.id, error })
    }
  }
}
