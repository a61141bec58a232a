import { isObject } from '@docent/protocol'
import { mapTexts } from 'docent/definitions'
import type { Tell } from './problem.ts'

/** Texts that a language of the document lacks, and translations of what is no more. */
export function findUntranslated(document: Readonly<Record<string, unknown>>, tell: Tell): void {
  const { translations } = document
  if (!isObject(translations)) return
  const texts = new Map<string, string>()
  mapTexts(document, (text, key) => {
    texts.set(key, text)
    return text
  })
  for (const [locale, theirs] of Object.entries(translations)) {
    if (!isObject(theirs)) continue
    for (const [key, text] of texts)
      if (!theirs[key])
        tell('warning', `“${text}” is not translated into “${locale}”`, `Add "${key}" to translations.${locale}`)
    for (const key of Object.keys(theirs))
      if (!texts.has(key))
        tell('warning', `translations.${locale} has “${key}”, which is no text of these definitions`, 'Remove it')
  }
}
