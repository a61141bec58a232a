import { type TransportError, toTransportError } from '@docent/protocol'
import { type ReadonlySignal, type Signal, signal, untracked } from '@preact/signals-core'
import type { Clock } from '../browser/clock.ts'
import type { Page } from '../browser/page.ts'
import type { Scope } from '../scope.ts'
import { backoffMs } from './backoff.ts'
import type { LinkStatus } from './engine-types.ts'

export interface ConnectionOptions {
  readonly scope: Scope
  readonly clock: Clock
  readonly page: Pick<Page, 'online' | 'visible' | 'frozen'>
  /** What this writes. */
  readonly status: Signal<LinkStatus>
  /** Connects; calls `online` when events may flow; resolves with the reason when the connection is lost. */
  readonly connect: (own: Scope, online: () => void) => Promise<TransportError>
}

export interface Connection {
  readonly retryAt: ReadonlySignal<number | undefined>
  open(): void
  close(): void
}

/**
 * One connection, kept for as long as it is wanted: full-jitter back-off without a limit, at once when the network or the
 * visitor comes back, let go while the page is in the back/forward cache.
 */
export function createConnection({ scope, clock, page, status, connect }: ConnectionOptions): Connection {
  const retryAt = signal<number | undefined>(undefined)
  const wanted = signal(false)
  let current: Scope | undefined

  async function run(own: Scope): Promise<void> {
    status.value = 'connecting'
    for (let attempt = 0; !own.signal.aborted; attempt++) {
      const one = own.child()
      const online = (): void => {
        attempt = 0
        status.value = 'online'
      }
      const error = await connect(one, online).catch(toTransportError)
      one.dispose()
      if (own.signal.aborted) return
      if (error.retry === 'never') return void (status.value = 'stopped')
      status.value = 'offline'
      const waitMs = Math.max(error.retryAfterMs ?? 0, backoffMs(attempt))
      retryAt.value = clock.now() + waitMs
      await waitUnlessBack(own, waitMs)
      retryAt.value = undefined
    }
  }
  /** Waits, or less: until the network is back or the visitor looks at the page again. */
  async function waitUnlessBack(own: Scope, ms: number): Promise<void> {
    const wait = own.child()
    const [seen, online] = [page.visible.peek(), page.online.peek()]
    wait.effect(() => {
      if ((page.online.value && !online) || (page.visible.value && !seen)) untracked(wait.dispose)
    })
    await clock.wait(ms, wait.signal)
    wait.dispose()
  }
  function stop(): void {
    current?.dispose()
    current = undefined
    status.value = 'idle'
  }
  function start(): void {
    if (current) return
    current = scope.child()
    void run(current)
  }
  scope.effect(() => untracked(wanted.value && !page.frozen.value ? start : stop))
  scope.add(stop)
  return {
    retryAt,
    open() {
      if (status.peek() === 'stopped') stop()
      if (wanted.peek() && !page.frozen.peek()) start()
      wanted.value = true
    },
    close: () => void (wanted.value = false),
  }
}
