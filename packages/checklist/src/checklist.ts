import type { Feature } from '@docent/core'
import type { Id } from '@docent/protocol'
import { checkChecklistOptions } from './check-options.ts'
import { type ChecklistApi, checklistFeature } from './feature.ts'
import type { ChecklistOptions } from './options.ts'

/**
 * Checklists that tick themselves off: a ring on the launcher, a card on the home screen, a view in the panel.
 * @example createDocent({ …, features: [checklist({ checklists: [{ id: 'setup', title: 'Set up', tasks: [ … ] }] })] })
 */
export function checklist<const ChecklistId extends Id, const TaskId extends Id>(
  options: ChecklistOptions<ChecklistId, TaskId>,
): Feature<'checklist', ChecklistApi<ChecklistId, TaskId>> {
  checkChecklistOptions(options)
  return checklistFeature(options)
}
