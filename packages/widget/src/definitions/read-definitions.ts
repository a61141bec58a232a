import { checkChecklistOptions } from '@docent/checklist/check'
import { fail } from '@docent/core'
import { checkGuideOptions } from '@docent/guide/check'
import type { Definitions } from './definitions.ts'
import { isRecord, type Loose } from './loose.ts'
import { migrate } from './migrate.ts'
import { putTargets } from './put-targets.ts'
import { translate } from './translate.ts'

const ofGuide = ['tours', 'tips', 'hotspots', 'banners', 'nudges'] as const
const known: readonly string[] = ['$schema', 'version', 'targets', 'translations', 'checklists', ...ofGuide]

/**
 * Tours, tips and checklists that were written as JSON (`@docent/protocol/definitions.schema.json`), for `guide()` and `checklist()`. Documents of an
 * earlier version are brought up to date.
 * @param locale BCP 47; where the document has translations for it, those are taken. Default: as it is written.
 * @throws DocentError `option-invalid` or `option-unknown`, with the path of the offending field and how to mend it
 * @example
 * const definitions = readDefinitions(await (await fetch('/docent.json')).json(), document.documentElement.lang)
 * createDocent({ …, features: [guide(definitions.guide), checklist(definitions.checklist)] })
 */
export function readDefinitions(given: unknown, locale?: string): Definitions {
  if (!isRecord(given))
    fail('option-invalid', 'The definitions are no object', 'Write { "version": 1, "tours": [ … ] }')
  const stray = Object.keys(given).find((name) => !known.includes(name))
  if (stray) fail('option-unknown', `The definitions have no field \`${stray}\``, `They have ${known.join(', ')}`)
  const current = putTargets(translate(migrate(given), locale))
  const guide = pick(current, ofGuide)
  const checklist = pick(current, ['checklists'])
  checkGuideOptions(guide)
  const checklists = { checklists: [], ...checklist }
  checkChecklistOptions(checklists)
  return { guide, checklist: checklists }
}

const pick = (from: Loose, names: readonly string[]): Loose =>
  Object.fromEntries(Object.entries(from).filter(([name]) => names.includes(name)))
