import type { Storage } from './storage.ts'

/** Hears what other tabs changed under a prefix, of whichever owner, until the signal aborts: hearing too much only reads again. */
export const watchTabs =
  (name: string): Storage['watch'] =>
  (prefix, changed, signal) => {
    if (signal.aborted) return
    const channel = new BroadcastChannel(name)
    channel.onmessage = ({ data }: MessageEvent<readonly string[]>) => {
      if (data.some((key) => key.includes(prefix))) changed()
    }
    signal.addEventListener('abort', () => channel.close())
  }
