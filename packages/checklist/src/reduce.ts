import type { ChecklistProgress, StateEntry } from '@docent/protocol'
import { keysOf } from './keys.ts'
import type { ChecklistDefinition, TaskDefinition } from './options.ts'

/** A task as this visitor has it. */
export interface Task extends TaskDefinition {
  readonly state: 'open' | 'locked' | 'done' | 'skipped'
  /** Titles of the tasks that must be done first. */
  readonly waitsFor: readonly string[]
  /** When it was done, ms since 1970; 0 when it was not. */
  readonly doneAt: number
}

/** A checklist as this visitor has it. */
export interface Checklist {
  readonly definition: ChecklistDefinition
  readonly tasks: readonly Task[]
  readonly done: number
  /** All tasks but those that were skipped. */
  readonly total: number
  /** The first that can be done now. */
  readonly next: Task | undefined
  /** Sum of `minutes` over what is left; 0 when no task says. */
  readonly minutesLeft: number
  /** Nothing is left and something was done. */
  readonly complete: boolean
  /** The visitor has seen that all is done. */
  readonly celebrated: boolean
  readonly snoozedUntil: number
}

/** Restored, made here or told by another device: entries are all there is, and the state of a checklist follows from them. */
export function reduceChecklist(
  definition: ChecklistDefinition,
  entries: ReadonlyMap<string, StateEntry>,
  isOffered: (task: TaskDefinition) => boolean = () => true,
): Checklist {
  const keys = keysOf(definition.id)
  const read = (key: string): StateEntry['value'] | undefined => entries.get(key)?.value
  const numberAt = (key: string): number => Number(read(key) ?? 0)
  const doneAt = (task: string): number => {
    const at = numberAt(keys.done(task))
    return at > numberAt(keys.reopened(task)) ? at : 0
  }
  const offered = definition.tasks.filter((task) => doneAt(task.id) || isOffered(task))
  const isInOrder = definition.order === 'listed'
  const skipped = ({ id, required }: TaskDefinition): boolean =>
    !required && !doneAt(id) && read(keys.skipped(id)) === true
  const tasks = offered.map((task, index): Task => {
    const blockers = offered.filter(
      (other, place) =>
        ((isInOrder && place < index) || task.requires?.includes(other.id)) && !doneAt(other.id) && !skipped(other),
    )
    const at = doneAt(task.id)
    const state = at ? 'done' : skipped(task) ? 'skipped' : blockers.length ? 'locked' : 'open'
    return { ...task, state, doneAt: at, waitsFor: blockers.map(({ title }) => title) }
  })
  const done = tasks.filter(({ doneAt }) => doneAt).length
  const left = tasks.filter((task) => !task.doneAt && !skipped(task))
  return {
    definition,
    tasks,
    done,
    total: done + left.length,
    next: left.find(({ state }) => state === 'open'),
    minutesLeft: left.reduce((sum, { minutes = 0 }) => sum + minutes, 0),
    complete: done > 0 && !left[0],
    celebrated: numberAt(keys.celebrated) >= tasks.length,
    snoozedUntil: numberAt(keys.snoozed),
  }
}

/** What agents, rules and other features see of it. */
export const progressOf = ({ definition, done, total, next }: Checklist): ChecklistProgress => ({
  id: definition.id,
  title: definition.title,
  done,
  total,
  ...(next && { next: next.title }),
})

/** Whether home and launcher speak of it: there is something to do, or to be glad of, and it was not hidden. */
export const isShown = ({ next, complete, celebrated, snoozedUntil }: Checklist, now: number): boolean =>
  now >= snoozedUntil && (next !== undefined || (complete && !celebrated))
