import type { Rule } from '@docent/core'
import type { Action, Id } from '@docent/protocol'

/**
 * What `checklist()` is given.
 * @example
 * checklist({
 *   checklists: [{
 *     id: 'setup', title: 'Set up Paperlane',
 *     tasks: [
 *       { id: 'bank', title: 'Add your bank account', required: true, minutes: 2, doneWhen: { kind: 'event', name: 'bank_added' },
 *         action: { kind: 'page', url: '/settings/bank', label: 'Add account' }, help: { kind: 'guide', id: 'bank-tour' } },
 *       { id: 'send', title: 'Send your first invoice', requires: ['bank'], doneWhen: { kind: 'event', name: 'invoice_sent' } },
 *     ],
 *   }],
 * })
 */
export interface ChecklistOptions<ChecklistId extends Id = Id, TaskId extends Id = Id> {
  /** In the order of importance: the first that has something to do is the one on the launcher's ring. */
  readonly checklists: readonly ChecklistDefinition<ChecklistId, TaskId>[]
}

/** `TaskId`: the ids of its own tasks, where `defineChecklist()` knows them. */
export interface ChecklistDefinition<ChecklistId extends Id = Id, TaskId extends Id = Id> {
  /** Letters, digits, `.`, `-` and `_`; part of the keys under which progress is stored. Changing it starts afresh. */
  readonly id: ChecklistId
  readonly title: string
  /** One or two sentences under the title. */
  readonly description?: string
  /** Who is offered this checklist. Default: everybody. Tasks tick only while it is true. */
  readonly when?: Rule
  /** At least one, in the order they are best done. */
  readonly tasks: readonly TaskDefinition<TaskId>[]
  /** `listed`: each task opens when the one before is done or skipped. Default `any`. */
  readonly order?: 'any' | 'listed'
  /** What is celebrated on the way. */
  readonly milestones?: readonly MilestoneDefinition<NoInfer<TaskId>>[]
  /** The badge for the whole, by its name. */
  readonly badge?: string
}

/** A part of a checklist worth a word of its own: told once, on one device. */
export interface MilestoneDefinition<TaskId extends Id = Id> {
  readonly id: Id
  /** What was reached: "Ready to be paid". */
  readonly title: string
  /** Ids of the tasks that lead to it; all must be done. */
  readonly after: readonly TaskId[]
  /** The badge for it, by its name. */
  readonly badge?: string
}

export interface TaskDefinition<TaskId extends Id = Id> {
  /** As for checklists; `progress`, `snoozed`, `completed` and `celebrated` are taken. */
  readonly id: TaskId
  /** A verb and its object: "Add your bank account". */
  readonly title: string
  /** Why, and what it takes. */
  readonly text?: string
  /** Done as soon as this is true, whether the task is open, locked or out of sight. Needed unless the task is done `byHand`. */
  readonly doneWhen?: Rule
  /** `true`: the visitor may tick it, and untick it. Default `false`. */
  readonly byHand?: boolean
  /** `true`: open again once `doneWhen` has become false, for what can be undone. Default `false`: done for good. */
  readonly reopens?: boolean
  /** Who has this task. Default: everybody who has the checklist. */
  readonly when?: Rule
  /** What it is worth, from 0. Shown as a sum, where any task has some. */
  readonly points?: number
  /** `true`: it cannot be skipped. Default `false`. */
  readonly required?: boolean
  /** Ids of tasks of the same checklist that unlock this one. Default: none, it is open from the start. */
  readonly requires?: readonly NoInfer<TaskId>[]
  /** The main button: the way to do it. */
  readonly action?: Action
  /** The quiet button: the way to learn it. */
  readonly help?: Action
  /** How long it takes, in minutes. Shown as the sum of what is left. */
  readonly minutes?: number
}
