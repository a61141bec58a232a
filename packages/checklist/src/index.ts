export { checkChecklistOptions } from './check-options.ts'
export { type ChecklistApi, checklist } from './feature.ts'
export { checklistMessages } from './messages.ts'
export type { ChecklistDefinition, ChecklistOptions, TaskDefinition } from './options.ts'
