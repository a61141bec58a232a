import type { FeatureContext } from '@docent/core'
import type { Id } from '@docent/protocol'
import { keysOf } from './keys.ts'
import type { ChecklistDefinition } from './options.ts'
import { type Checklist, progressOf } from './reduce.ts'

/** Writes what was done into the visitor's state: each fact once, whichever tab or device saw it first. */
export interface Ledger {
  /** A task was done, or is undone. */
  mark(definition: ChecklistDefinition, task: Id, done: boolean): void
  /** After any change: tells agents, and says once that all is done. */
  settle(definition: ChecklistDefinition): void
  /** Tells agents when what they see is out of date. Never in answer to another device, which may know other tasks. */
  publish(checklist: Checklist): void
}

export function createLedger(
  { clock, state, track }: Pick<FeatureContext, 'clock' | 'state' | 'track'>,
  reduce: (definition: ChecklistDefinition) => Checklist,
): Ledger {
  const publish = (checklist: Checklist): void => {
    const key = keysOf(checklist.definition.id).progress
    const { id: _, ...value } = progressOf(checklist)
    if (JSON.stringify(value) !== JSON.stringify(state.get(key))) state.put({ key, value, merge: 'last' })
  }
  const settle = (definition: ChecklistDefinition): void => {
    const checklist = reduce(definition)
    const key = keysOf(definition.id).completed
    publish(checklist)
    if (!checklist.complete || state.get(key) !== undefined) return
    state.put({ key, value: clock.now(), merge: 'max' })
    track('checklist_completed', { checklist: definition.id })
  }
  const mark = (definition: ChecklistDefinition, task: Id, done: boolean): void => {
    const { done: doneKey, reopened } = keysOf(definition.id)
    const at = (key: string): number => Number(state.get(key) ?? 0)
    const doneAt = at(doneKey(task))
    const reopenedAt = at(reopened(task))
    if (doneAt > reopenedAt === done) return
    // Later than what it takes back, even where another device's clock is ahead.
    const value = Math.max(clock.now(), doneAt + 1, reopenedAt + 1)
    state.put({ key: done ? doneKey(task) : reopened(task), value, merge: 'max' })
    track(done ? 'task_completed' : 'task_reopened', { checklist: definition.id, task })
    settle(definition)
  }
  return { publish, settle, mark }
}
