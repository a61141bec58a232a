import type { Storage } from './storage.ts'

/** Hears what other tabs changed under a prefix, until the signal aborts. */
export const watchTabs =
  (name: string): Storage['watch'] =>
  (prefix, changed, signal) => {
    if (typeof BroadcastChannel === 'undefined' || signal.aborted) return
    const channel = new BroadcastChannel(name)
    channel.onmessage = ({ data }: MessageEvent<readonly string[]>) => {
      if (data.some((key) => key.startsWith(prefix))) changed()
    }
    signal.addEventListener('abort', () => channel.close())
  }
