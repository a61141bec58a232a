import type { Id } from '@docent/protocol'

/** Under which keys of the visitor state a checklist keeps what. */
export const keysOf = (checklist: Id) => {
  const key = (name: string): string => `checklist/${checklist}/${name}`
  return {
    /** When the task was done, ms since 1970; merge `max`. */
    done: key,
    /** When the task was undone, ms since 1970: it is done when it was done later; merge `max`. */
    reopened: (task: Id): string => key(`${task}/reopened`),
    /** Whether the visitor put the task aside; merge `last`. */
    skipped: (task: Id): string => key(`${task}/skipped`),
    /** What agents see: `{ title, done, total, next }`; merge `last`. */
    progress: key('progress'),
    /** Hidden until, ms since 1970, the last of all days where it was for good; merge `last`. */
    snoozed: key('snoozed'),
    /** When the last task was done; merge `max`. */
    completed: key('completed'),
    /** Of how many tasks the visitor saw that all are done, so that a task added later counts again; merge `max`. */
    celebrated: key('celebrated'),
  }
}
