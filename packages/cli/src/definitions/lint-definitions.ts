import type { Definitions } from 'docent/definitions'
import { readDefinitions } from 'docent/definitions'
import { findEndless } from './find-endless.ts'
import { findLostReferences, type KnownIds } from './find-lost-references.ts'
import { findStepProblems } from './find-step-problems.ts'
import { findUntranslated } from './find-untranslated.ts'
import type { DefinitionsProblem, Tell } from './problem.ts'

/**
 * Finds what is wrong with definitions: all that `guide()` and `checklist()` refuse, references to what is not there, steps that nobody reaches or leaves,
 * texts without translation, and what would come too often.
 * @param articles Ids of the help centre's articles; without them, references to articles are not looked at.
 */
export function lintDefinitions(
  document: Readonly<Record<string, unknown>>,
  file: string,
  articles?: KnownIds,
): readonly DefinitionsProblem[] {
  const problems: DefinitionsProblem[] = []
  const tell: Tell = (severity, message, remedy) => void problems.push({ severity, file, message, remedy })
  const definitions = readOrTell(document, tell)
  if (!definitions) return problems
  findLostReferences(definitions, articles, tell)
  for (const tour of definitions.guide.tours ?? []) findStepProblems(tour, tell)
  findEndless(definitions.guide, tell)
  findUntranslated(document, tell)
  return problems
}

function readOrTell(document: Readonly<Record<string, unknown>>, tell: Tell): Definitions | undefined {
  try {
    return readDefinitions(document)
  } catch (error) {
    if (!(error instanceof Error && 'remedy' in error)) throw error
    const remedy = String(error.remedy)
    tell('error', error.message.replace(/^\[docent\] /, '').replace(`. ${remedy}.`, ''), remedy)
    return undefined
  }
}
