import type { FeatureContext } from '@docent/core'
import { keysOf } from './keys.ts'
import type { Checklist } from './reduce.ts'

/** The visitor has seen that all is done. */
export function celebrate(
  { state }: Pick<FeatureContext, 'state'>,
  { definition, tasks, celebrated }: Checklist,
): void {
  if (!celebrated) state.put({ key: keysOf(definition.id).celebrated, value: tasks.length, merge: 'max' })
}
