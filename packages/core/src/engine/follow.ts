import { type Hello, type Session, type Sink, TransportError, type Vocabulary } from '@docent/protocol'
import { untracked } from '@preact/signals-core'
import type { Clock } from '../browser/clock.ts'
import { webLocks } from '../browser/lock.ts'
import type { Scope } from '../scope.ts'
import type { Line } from './line.ts'
import type { LinkOptions } from './link.ts'
import type { Joined, Question, TabMessage } from './tab-message.ts'

/** The tab that leads is given up when it does not answer within this time, in ms: it sleeps, or hangs. */
const silenceMs = 3000
/** How often it is asked whether it is still there, in ms. */
const pingMs = 20_000
/** Where there are no locks: who gets no answer within this time leads, in ms. */
const patienceMs = 300

interface Asked {
  resolve(value: never): void
  reject(error: TransportError): void
  end(): void
}

/** Where there are no locks: whoever finds that no other tab leads does. Two may find so at once; then both begin anew. */
export const withoutLocks = async <V extends Vocabulary>(
  name: string,
  { clock }: LinkOptions<V>,
  own: Scope,
  takes: boolean,
  begin: (leads: boolean) => Promise<void>,
): Promise<void> => begin(takes || (await isFree(name, clock, own)))

function isFree(name: string, clock: Clock, own: Scope): Promise<boolean> {
  const asking = own.child()
  const channel = new BroadcastChannel(name)
  asking.add(() => channel.close())
  return new Promise((resolve) => {
    const end = (free: boolean): void => {
      asking.dispose()
      resolve(free)
    }
    channel.onmessage = ({ data }) => data.kind === 'ask' || data.kind === 'over' || end(false)
    channel.postMessage({ kind: 'ask', id: '', method: 'flush', args: [] } satisfies Question)
    void clock.wait(patienceMs, asking.signal).then(() => end(true))
  })
}

/**
 * A connection by way of the tab that leads: that one tells what the backend says and asks it what is asked here. Commands go
 * by the store that both share. Resolves when events may flow, and is lost when that tab is gone or silent.
 */
export function follow<V extends Vocabulary>(
  line: Line<V>,
  { clock, page, newId }: LinkOptions<V>,
  own: Scope,
  channel: BroadcastChannel,
  sink: Sink<V>,
  request: Session,
): Promise<Hello> {
  own.signal.throwIfAborted()
  const locks = webLocks()
  const asked = new Map<string, Asked>()
  const gone = (): TransportError =>
    new TransportError('unavailable', 'The tab that was connected is gone', { outcome: 'unknown' })
  let isHeard = false
  let hasJoined = false
  let isWaiting = false
  let fail = (_error: TransportError): void => {}
  const lost = (): void => {
    fail(gone())
    sink.lost(gone())
  }
  const expectSomething = async (): Promise<void> => {
    if (isWaiting) return
    isWaiting = true
    isHeard = false
    await clock.wait(silenceMs, own.signal)
    isWaiting = false
    if (isHeard || own.signal.aborted) return
    // Another tab that waited for the same may take it from this one: it is gone from the silent tab either way.
    await locks?.request(channel.name, { steal: true }, async () => {}).catch(() => {})
    lost()
  }
  const ask = <T>(method: Question['method'], args: Question['args'], abort?: AbortSignal): Promise<T> =>
    new Promise<T>((resolve, reject) => {
      if (own.signal.aborted) return reject(gone())
      const id = newId()
      const call = own.child()
      abort?.addEventListener('abort', call.dispose, { signal: call.signal })
      call.add(() => reject(gone()))
      call.add(() => asked.delete(id))
      asked.set(id, { resolve, reject, end: call.dispose })
      channel.postMessage({ kind: 'ask', id, method, args } satisfies Question)
      void expectSomething()
    })
  const ping = (): void => void ask('flush', []).then(line.flush, () => {})
  channel.onmessage = ({ data }: MessageEvent<TabMessage<V>>) => {
    if (data.kind === 'ask') return
    isHeard = true
    if (data.kind === 'leads' || data.kind === 'over') lost()
    else if (data.kind === 'answer') settle(asked, data)
    else if (data.kind === 'events') sink.events(data.events, hasJoined ? data.cursor : undefined)
    else if (data.kind === 'settled')
      for (const receiver of line.receivers) receiver.settled?.(data.command, { ack: data.ack })
  }
  line.leads = false
  line.calls = {
    perform: (command, abort) => ask('perform', [command], abort),
    query: (name, input, abort) => ask('query', [name, input], abort),
    hint: (hint) => void ask('hint', [hint]).catch(() => {}),
  }
  // The browser tells when that tab is gone.
  locks?.request(channel.name, { signal: own.signal }, async () => lost()).catch(() => {})
  let seen = ''
  own.effect(() => {
    const now = [page.visible.value, ...line.outbox.value.map(({ command }) => command.id)].join()
    if (now !== seen) untracked(ping)
    seen = now
  })
  void pingAgain(clock, own, ping)
  return new Promise((resolve, reject) => {
    fail = reject
    ask<Joined>('join', []).then((joined) => {
      // What was told before lies behind what this tab does not know yet.
      hasJoined = true
      const isSame = request.state === undefined || JSON.stringify(request.state) === JSON.stringify(joined.state)
      if (!isSame) for (const receiver of line.receivers) receiver.reset?.()
      resolve({ ...joined, resumed: isSame && request.cursor !== undefined && request.cursor === joined.cursor })
    }, reject)
  })
}

async function pingAgain(clock: Clock, own: Scope, ping: () => void): Promise<void> {
  for (await clock.wait(pingMs, own.signal); !own.signal.aborted; await clock.wait(pingMs, own.signal)) ping()
}

function settle<V extends Vocabulary>(asked: Map<string, Asked>, answer: TabMessage<V> & { kind: 'answer' }): void {
  const waiting = asked.get(answer.id)
  if ('error' in answer) {
    const { code, text, ...details } = answer.error
    waiting?.reject(new TransportError(code, text, details))
  } else waiting?.resolve(answer.value as never)
  waiting?.end()
}
