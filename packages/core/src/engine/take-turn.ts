import { type Hello, type Session, type Sink, toTransportError, type Vocabulary } from '@docent/protocol'
import { webLocks } from '../browser/lock.ts'
import type { Scope } from '../scope.ts'
import type { Line } from './line.ts'
import type { LinkOptions } from './link.ts'

/**
 * E9: connects, or follows the tab of the same identity that is connected already. A tab leads for as long as its connection
 * lasts; what leads and what follows find each other by the name of their storage.
 * @param takes Leads in any case: it has something to say to the backend that no other tab can.
 */
export function takeTurn<V extends Vocabulary>(
  line: Line<V>,
  options: LinkOptions<V>,
  own: Scope,
  request: Session,
  sink: Sink<V>,
  takes: boolean,
): Promise<Hello> {
  const { transport, storage } = options
  const connect = async (): Promise<Hello> => {
    // Whoever is here by now has a connection of their own, on the same transport.
    own.signal.throwIfAborted()
    line.leads = true
    line.calls = transport
    return transport.connect(request, sink, own.signal)
  }
  // Who shares no storage with other tabs shares no identity with them.
  if (!options.tabs || storage.durability !== 'device') return connect()
  const tabs = options.tabs()
  const others = () => import('./other-tabs.ts')
  return new Promise((resolve, reject) => {
    const begin = (leads: unknown): Promise<void> => {
      const channel = new BroadcastChannel(tabs)
      own.add(() => channel.close())
      if (leads) {
        channel.onmessage = ({ data }) =>
          others()
            .then(({ serve }) => serve(line, options, own, channel, sink, data))
            .catch(() => {})
        channel.postMessage({ kind: 'leads' })
        connect().then(resolve, reject)
      } else
        others()
          .then(({ follow }) => follow(line, options, own, channel, sink, request))
          .then(resolve, reject)
      return new Promise((end) => own.add(end))
    }
    const turn =
      webLocks()?.request(tabs, { steal: takes, ifAvailable: !takes }, begin) ??
      others().then(({ withoutLocks }) => withoutLocks(tabs, options, own, takes, begin))
    // Taken by another tab, before or after.
    turn.catch((error) => {
      reject(error)
      sink.lost(toTransportError(error))
    })
  })
}
