import type { Schedule } from './schedule.ts'

/** A tab as its browser sees it: what was to happen in it does not once it is gone, and waits while it sleeps. */
export interface Process {
  readonly name: string
  alive(): boolean
  awake(): boolean
  /** Runs later in this process. */
  later(ms: number, run: () => void): () => void
  /** Called once, when it ends. */
  onEnd(run: () => void): void
  /** Ends at once, at whatever it awaits. */
  kill(): void
  sleep(): void
  /** What came meanwhile happens now, one after the other. */
  wake(): void
}

export function createProcess(name: string, schedule: Schedule): Process {
  let state: 'awake' | 'asleep' | 'gone' = 'awake'
  let missed: (() => void)[] = []
  const ends: (() => void)[] = []
  const perform = (run: () => void): void => {
    if (state === 'awake') run()
    else if (state === 'asleep') missed.push(run)
  }
  return {
    name,
    alive: () => state !== 'gone',
    awake: () => state === 'awake',
    later: (ms, run) => schedule.after(ms, () => perform(run)),
    onEnd: (run) => void ends.push(run),
    kill() {
      if (state === 'gone') return
      state = 'gone'
      missed = []
      for (const end of ends) end()
    },
    sleep() {
      if (state === 'awake') state = 'asleep'
    },
    wake() {
      if (state !== 'asleep') return
      state = 'awake'
      for (const run of missed.splice(0)) schedule.after(0, () => perform(run))
    },
  }
}
