import type { Id } from '@docent/protocol'
import type { ChecklistDefinition } from './options.ts'

/**
 * A checklist for `checklist({ checklists })`. Answers what it is given: it is there for the compiler, which then knows every task and refuses
 * `requires` and milestones that name another.
 * @example
 * const setup = defineChecklist({ id: 'setup', title: 'Set up Paperlane', tasks: [
 *   { id: 'bank', title: 'Add your bank account', doneWhen: { kind: 'event', name: 'bank_added' }, help: { kind: 'guide', id: bankTour.id } },
 *   { id: 'send', title: 'Send your first invoice', requires: ['bank'], doneWhen: { kind: 'event', name: 'invoice_sent' } },
 * ] })
 */
export const defineChecklist = <const ChecklistId extends Id, const TaskId extends Id>(
  checklist: ChecklistDefinition<ChecklistId, TaskId>,
): ChecklistDefinition<ChecklistId, TaskId> => checklist
