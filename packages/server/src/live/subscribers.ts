import type { AgentEvent, Id, VisitorEvent } from '@docent/protocol'
import type { Store, Stream } from '../store/store.ts'

type AnyEvent = VisitorEvent | AgentEvent

/** One open events connection. */
export interface Subscriber {
  readonly appId: Id
  readonly stream: Stream
  /** The visitor, or the agent, who loses it when they may no longer listen. */
  readonly actorId: Id
  /** There is something new in the log. */
  wake(): void
  /** Live only: never in the log. */
  tell(event: AnyEvent): void
  end(): void
}

/** The open connections of this node. */
export interface Subscribers {
  add(subscriber: Subscriber): () => void
  /** To everyone on a stream; with `visitors`, to every visitor of the app. */
  tell(appId: Id, stream: Stream | 'visitors', event: AnyEvent): void
  /** The visitors of an app who listen on this node. */
  visitorsOf(appId: Id): readonly Subscriber[]
  endAll(): void
}

export function createSubscribers(store: Store): Subscribers {
  const streams = new Map<string, Set<Subscriber>>()
  const keyOf = (appId: Id, stream: string) => `${appId}|${stream}`
  const visit = (appId: Id, matches: (stream: string) => boolean, action: (subscriber: Subscriber) => void) => {
    for (const subscribers of streams.values()) {
      for (const subscriber of subscribers)
        if (subscriber.appId === appId && matches(subscriber.stream)) action(subscriber)
    }
  }
  store.onCommit((appId, changed) => {
    if (changed === 'all')
      return visit(
        appId,
        () => true,
        (subscriber) => subscriber.wake(),
      )
    for (const stream of changed) for (const subscriber of streams.get(keyOf(appId, stream)) ?? []) subscriber.wake()
  })
  store.onSignal((signal) => {
    if (signal.type !== 'revoked') return
    for (const subscribers of streams.values()) {
      for (const subscriber of subscribers) if (subscriber.actorId === signal.actorId) subscriber.end()
    }
  })
  return {
    add(subscriber) {
      const key = keyOf(subscriber.appId, subscriber.stream)
      const subscribers = streams.get(key) ?? new Set()
      streams.set(key, subscribers.add(subscriber))
      return () => {
        subscribers.delete(subscriber)
        if (subscribers.size === 0 && streams.get(key) === subscribers) streams.delete(key)
      }
    },
    tell(appId, stream, event) {
      if (stream === 'visitors')
        return visit(
          appId,
          (each) => each !== 'agents',
          (subscriber) => subscriber.tell(event),
        )
      for (const subscriber of streams.get(keyOf(appId, stream)) ?? []) subscriber.tell(event)
    },
    visitorsOf(appId) {
      const found: Subscriber[] = []
      visit(
        appId,
        (stream) => stream !== 'agents',
        (subscriber) => found.push(subscriber),
      )
      return found
    },
    endAll() {
      for (const subscribers of streams.values()) for (const subscriber of [...subscribers]) subscriber.end()
    },
  }
}
