import type { Process } from './process.ts'
import type { Random } from './random.ts'
import type { Schedule } from './schedule.ts'

/** One end of a channel between the tabs of a browser. */
export interface Channel {
  readonly name: string
  onmessage: ((event: { readonly data: unknown }) => void) | null
  postMessage(message: unknown): void
  close(): void
}

/** The channels of one browser, as `BroadcastChannel` has them: everybody else hears everything, in order. */
export function createChannels(schedule: Schedule, random: Random) {
  const ends = new Set<Channel & { readonly process: Process; arrivesAt: number }>()
  /** @param name As the tab knows it. @param bare As all tabs know it. */
  return (process: Process, name: string, bare: string): Channel => {
    const end = {
      ...{ process, name, bare, arrivesAt: 0 },
      onmessage: null as Channel['onmessage'],
      postMessage(message: unknown) {
        const copy = JSON.stringify(message)
        for (const other of ends) {
          if (other === end || (other as typeof end).bare !== bare) continue
          other.arrivesAt = Math.max(other.arrivesAt, schedule.now() + random.between(0, 3))
          other.process.later(other.arrivesAt - schedule.now(), () => {
            if (ends.has(other)) other.onmessage?.({ data: JSON.parse(copy) })
          })
        }
      },
      close: () => void ends.delete(end),
    }
    ends.add(end)
    process.onEnd(end.close)
    return end
  }
}
