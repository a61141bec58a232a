import { once } from 'node:events'
import type { Socket } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import type { Faults } from './faults.ts'

/** One connection through the proxy: two sockets, two directions. */
export interface ProxyLink {
  /** Resolves when neither socket is open any more. */
  readonly closed: Promise<unknown>
  reset(): void
  finish(): void
}

export interface LinkConditions {
  readonly faults: { readonly up: Faults; readonly down: Faults }
  readonly counters: { up: number; down: number }
  readonly random: () => number
}

export function createProxyLink(client: Socket, upstream: Socket, conditions: LinkConditions): ProxyLink {
  const closed = Promise.all(
    [client, upstream].map((socket) => new Promise((resolve) => socket.once('close', resolve))),
  )
  client.setNoDelay(true)
  upstream.setNoDelay(true)
  const reset = (): void => {
    client.resetAndDestroy()
    upstream.resetAndDestroy()
  }
  pipe(client, upstream, 'up', conditions, reset)
  pipe(upstream, client, 'down', conditions, reset)
  return {
    closed,
    reset,
    finish() {
      client.end()
      upstream.end()
    },
  }
}

/** More than this in flight, and the sender is asked to wait. */
const highWaterBytes = 1 << 20

function pipe(
  source: Socket,
  destination: Socket,
  direction: 'up' | 'down',
  { faults, counters, random }: LinkConditions,
  reset: () => void,
): void {
  const fault = faults[direction]
  let chain: Promise<unknown> = Promise.resolve()
  let seenBytes = 0
  let inFlightBytes = 0
  let lastDueAt = 0
  /** When bytes that arrive now may leave: never before those that came earlier. */
  const dueAt = (bytes: number): number => {
    const delayed = Date.now() + fault.latencyMs + random() * fault.jitterMs
    const sendingMs = fault.bytesPerSecond > 0 ? (bytes / fault.bytesPerSecond) * 1000 : 0
    lastDueAt = Math.max(delayed, lastDueAt) + sendingMs
    return lastDueAt
  }
  async function deliver(bytes: Buffer, due: number): Promise<void> {
    const remainingMs = due - Date.now()
    if (remainingMs > 0) await wait(remainingMs)
    inFlightBytes -= bytes.length
    if (inFlightBytes < highWaterBytes / 2) source.resume()
    if (!destination.writable || fault.swallows) return
    // A destination that breaks instead of draining has told its own listeners; here is only nobody left to write to.
    if (!destination.write(bytes))
      await Promise.race([once(destination, 'drain'), once(destination, 'close')]).catch(() => {})
  }
  source.on('data', (bytes) => {
    counters[direction] += bytes.length
    if (fault.swallows) return
    const kept = bytes.subarray(0, Math.max(0, fault.cutAfterBytes - seenBytes))
    seenBytes += bytes.length
    inFlightBytes += kept.length
    if (inFlightBytes > highWaterBytes) source.pause()
    const due = dueAt(kept.length)
    chain = chain.then(() => deliver(kept, due))
    // The kept bytes must reach the other side before the reset throws away what is still buffered.
    if (kept.length < bytes.length) chain = chain.then(() => wait(50)).then(reset)
  })
  source.on('end', () => chain.then(() => destination.end()))
  source.on('error', () => destination.resetAndDestroy())
  source.on('close', () => chain.then(() => destination.destroy()))
}
