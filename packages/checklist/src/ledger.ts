import type { FeatureContext } from '@docent/core'
import type { Id } from '@docent/protocol'
import { keysOf } from './keys.ts'
import type { ChecklistDefinition } from './options.ts'
import { type Checklist, progressOf, reduceChecklist } from './reduce.ts'

/** Writes what was done into the visitor's state: each fact once, whichever tab or device saw it first. */
export interface Ledger {
  tick(definition: ChecklistDefinition, task: Id): void
  /** After any change: tells agents, and says once that all is done. */
  settle(definition: ChecklistDefinition): void
  /** Tells agents when what they see is out of date. Never in answer to another device, which may know other tasks. */
  publish(checklist: Checklist): void
}

export function createLedger({ clock, state, track }: Pick<FeatureContext, 'clock' | 'state' | 'track'>): Ledger {
  const publish = (checklist: Checklist): void => {
    const key = keysOf(checklist.definition.id).progress
    const { id: _, ...value } = progressOf(checklist)
    if (JSON.stringify(value) !== JSON.stringify(state.get(key))) state.put({ key, value, merge: 'last' })
  }
  const settle = (definition: ChecklistDefinition): void => {
    const checklist = reduceChecklist(definition, state.entries.value ?? new Map())
    const key = keysOf(definition.id).completed
    publish(checklist)
    if (!checklist.complete || state.get(key) !== undefined) return
    state.put({ key, value: clock.now(), merge: 'max' })
    track('checklist_completed', { checklist: definition.id })
  }
  return {
    publish,
    settle,
    tick(definition, task) {
      const key = keysOf(definition.id).done(task)
      if (state.get(key) !== undefined) return
      state.put({ key, value: clock.now(), merge: 'max' })
      track('task_completed', { checklist: definition.id, task })
      settle(definition)
    },
  }
}
