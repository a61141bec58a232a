import { type AddressInfo, connect, createServer } from 'node:net'
import { calmFaults, type Faults } from './chaos/faults.ts'
import { createProxyLink, type ProxyLink } from './chaos/proxy-link.ts'

export type { Faults } from './chaos/faults.ts'

export interface ChaosProxyOptions {
  readonly target: { readonly port: number; readonly host?: string }
  /** Default: 127.0.0.1. */
  readonly host?: string
  /** Default: any free port. */
  readonly port?: number
  /** Where jitter comes from; give a seeded one to replay a run. Default: `Math.random`. */
  readonly random?: () => number
}

/** `up`: from the client to the target. `down`: back. */
export type Direction = 'up' | 'down'

/** A TCP proxy that breaks connections the way networks do. */
export interface ChaosProxy {
  readonly port: number
  /** Connections that were let through, and bytes that arrived from either side. */
  readonly counters: { connections: number; up: number; down: number }
  /** Connections that are open now. */
  links(): number
  /** Changes the faults of one direction, for the connections that are open and those to come. */
  disturb(direction: Direction, faults: Partial<Faults>): void
  /** New connections are reset at once. */
  refuse(refusing?: boolean): void
  /** No faults and no refusal any more. */
  heal(): void
  /** Resets every open connection (RST), as when a network changes. */
  resetAll(): void
  /** Ends every open connection politely (FIN), as a restarting server does. */
  finishAll(): void
  close(): Promise<void>
}

/**
 * @example
 * const proxy = await createChaosProxy({ target: { port: server.port } })
 * proxy.disturb('down', { latencyMs: 300 })
 */
export async function createChaosProxy(options: ChaosProxyOptions): Promise<ChaosProxy> {
  const { target, random = Math.random } = options
  const counters = { connections: 0, up: 0, down: 0 }
  const faults = { up: { ...calmFaults }, down: { ...calmFaults } }
  const links = new Set<ProxyLink>()
  let refusing = false

  const server = createServer((client) => {
    if (refusing) return void client.resetAndDestroy()
    counters.connections++
    const upstream = connect(target.port, target.host ?? '127.0.0.1')
    const link = createProxyLink(client, upstream, { faults, counters, random })
    links.add(link)
    link.closed.then(() => links.delete(link))
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(options.port ?? 0, options.host ?? '127.0.0.1', resolve)
  })
  const resetAll = (): void => {
    for (const link of [...links]) link.reset()
  }
  return {
    port: (server.address() as AddressInfo).port,
    counters,
    links: () => links.size,
    disturb: (direction, change) => void Object.assign(faults[direction], change),
    refuse(value = true) {
      refusing = value
    },
    heal() {
      refusing = false
      Object.assign(faults.up, calmFaults)
      Object.assign(faults.down, calmFaults)
    },
    resetAll,
    finishAll() {
      for (const link of [...links]) link.finish()
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        resetAll()
      }),
  }
}
