import { fail } from '@docent/core'
import type { Loose } from './loose.ts'

/** Makes of a document of one version one of the next. */
export type Migration = (before: Loose) => Loose

/** The first leads from version 1 to 2. There is one version so far. */
const migrations: readonly Migration[] = []

/** Brings a document up to date. What is newer than this version of Docent is refused rather than misread. */
export function migrate(given: Loose, steps: readonly Migration[] = migrations): Loose {
  const { version } = given
  const current = steps.length + 1
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1)
    fail('option-invalid', `The \`version\` of the definitions is ${JSON.stringify(version)}`, `Write ${current}`)
  if (version > current)
    fail(
      'option-invalid',
      `The definitions have version ${version}, and this Docent reads up to ${current}`,
      'Update docent, or write the definitions in that version',
    )
  return { ...steps.slice(version - 1).reduce((before, step) => step(before), given), version: current }
}
