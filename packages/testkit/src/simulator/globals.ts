import type { Channel } from './channels.ts'
import type { Locks, LockWish } from './locks.ts'
import type { Process } from './process.ts'
import type { Random } from './random.ts'

export interface BrowserGlobals {
  readonly random: Random
  readonly locks: Locks
  readonly channel: (process: Process, name: string, bare: string) => Channel
  /** The tab that a name of {@link nameIn} belongs to. */
  process(name: string): Process | undefined
  hasLocks(): boolean
}

/** Locks and channels are asked for by name alone; the name says which tab asks. */
export const nameIn = (process: Process, name: string): string => `${process.name}|${name}`
const splitName = (name: string): readonly [process: string, name: string] => {
  const at = name.indexOf('|')
  return [name.slice(0, at), name.slice(at + 1)]
}

/** Puts the simulated browser in place of the real one, chance included, until the answer is called. */
export function installGlobals({ random, locks, channel, process, hasLocks }: BrowserGlobals): () => void {
  const askingFor = (name: string): readonly [process: Process, bare: string] => {
    const [tab, bare] = splitName(name)
    const asking = process(tab)
    if (!asking) throw new Error(`no tab asks for ${name}: name locks and channels after the storage`)
    return [asking, bare]
  }
  const request = async (name: string, wish: LockWish, run: (lock: unknown) => Promise<void>): Promise<void> => {
    const [asking, bare] = askingFor(name)
    return locks.request(asking, bare, wish, run)
  }
  function openChannel(name: string): Channel {
    const [asking, bare] = askingFor(name)
    return channel(asking, name, bare)
  }
  const hex = (digits: number): string => Array.from({ length: digits }, () => random.below(16).toString(16)).join('')
  const undo = [
    replace(Math, 'random', random.next),
    replace(crypto, 'getRandomValues', (array: Uint32Array) => array.map(() => random.below(2 ** 32))),
    replace(crypto, 'randomUUID', () => `${hex(8)}-${hex(4)}-4${hex(3)}-8${hex(3)}-${hex(12)}`),
    replace(globalThis, 'indexedDB', { databases: async () => [] }),
    replace(globalThis, 'BroadcastChannel', openChannel),
    replace(globalThis, 'navigator', {
      get locks() {
        return hasLocks() ? { request } : undefined
      },
    }),
  ]
  return () => {
    for (const restore of undo.reverse()) restore()
  }
}

function replace(target: object, name: string, value: unknown): () => void {
  const before = Object.getOwnPropertyDescriptor(target, name)
  Object.defineProperty(target, name, { value, configurable: true, writable: true })
  return () => {
    if (before) Object.defineProperty(target, name, before)
    else Reflect.deleteProperty(target, name)
  }
}
