/** Everything that will happen, in the order of its time. Nothing else makes time pass. */
export interface Schedule {
  /** ms since 1970, as a perfect clock has it. */
  now(): number
  /** Runs later; answers what takes it back. What is due at one time runs in the order in which it was asked for. */
  after(ms: number, run: () => void): () => void
  /** Runs what is due until `untilMs` (or until `rested`), one at a time, with all that follows from it before the next. */
  runUntil(untilMs: number, rested?: () => boolean): Promise<void>
}

interface Task {
  readonly dueAt: number
  readonly run: () => void
}

/** More than this in one run is no simulation any more but a loop. */
const tasksAtMost = 60_000

/** Everything that is ready to run does so before this: promises come first. */
const quiet = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

/** @param settled Called when everything that follows from a task has happened. */
export function createSchedule(startMs: number, settled: () => void): Schedule {
  let nowMs = startMs
  let ran = 0
  const tasks = new Set<Task>()
  const next = (): Task | undefined => {
    let first: Task | undefined
    for (const task of tasks) if (!first || task.dueAt < first.dueAt) first = task
    return first
  }
  return {
    now: () => nowMs,
    after(ms, run) {
      const task = { dueAt: nowMs + Math.max(0, ms), run }
      tasks.add(task)
      return () => void tasks.delete(task)
    },
    async runUntil(untilMs, rested = () => false) {
      await quiet()
      for (let task = next(); task && task.dueAt <= untilMs && !rested(); task = next()) {
        if (++ran > tasksAtMost) throw new Error('the run does not come to rest')
        tasks.delete(task)
        nowMs = task.dueAt
        task.run()
        await quiet()
        settled()
      }
      if (!rested()) nowMs = Math.max(nowMs, untilMs)
    },
  }
}
