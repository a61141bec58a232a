import type { Write } from './storage.ts'

/** Tells other tabs which keys changed. A missed nudge costs latency, never data. */
export function tellTabs(name: string, batch: readonly Write[]): void {
  const channel = new BroadcastChannel(name)
  channel.postMessage(batch.map(({ key }) => key))
  channel.close()
}
