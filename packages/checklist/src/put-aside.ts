import { type FeatureContext, fail } from '@docent/core'
import type { Id } from '@docent/protocol'
import { keysOf } from './keys.ts'
import { lastDay } from './last-day.ts'
import type { Ledger } from './ledger.ts'
import type { Checklist, Task } from './reduce.ts'

type Context = Pick<FeatureContext, 'clock' | 'state' | 'track'>

/** The next midnight of this device, in ms since 1970: "for today" ends when the visitor's day does. */
const endOfDay = (now: number): number => new Date(now).setHours(24, 0, 0, 0)

export function skip(
  { state, track }: Context,
  ledger: Ledger,
  { definition }: Checklist,
  { id }: Task,
  skipped: boolean,
): void {
  state.put({ key: keysOf(definition.id).skipped(id), value: skipped, merge: 'last' })
  track(skipped ? 'task_skipped' : 'task_restored', { checklist: definition.id, task: id })
  ledger.settle(definition)
}

export function snooze({ clock, state, track }: Context, { definition }: Checklist, forGood: boolean): void {
  const value = forGood ? lastDay : endOfDay(clock.now())
  state.put({ key: keysOf(definition.id).snoozed, value, merge: 'last' })
  track(`checklist_${forGood ? 'dismissed' : 'snoozed'}`, { checklist: definition.id })
}

/** Of a task that is in none of the checklists. */
export const refuse = (checklist: Id, task: Id): never =>
  fail('option-invalid', `There is no task "${checklist}/${task}"`, 'Use the ids given to checklist()')
