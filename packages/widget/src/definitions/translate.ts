import { fail } from '@docent/core'
import { isRecord, type Loose } from './loose.ts'
import { mapTexts } from './map-texts.ts'

/** Takes the texts of the locale, else of its language; what has no translation stays as it is written. */
export function translate(given: Loose, locale: string | undefined): Loose {
  const { translations = {} } = given
  if (!isRecord(translations) || !Object.values(translations).every(isRecord))
    fail('option-invalid', '`translations` is no object of objects', 'Write { "lv": { "tours/welcome/title": "…" } }')
  const texts = locale && (translations[locale] ?? translations[locale.split('-')[0] ?? ''])
  if (!isRecord(texts)) return given
  const change = (text: string, key: string): string => {
    const theirs = texts[key]
    return typeof theirs === 'string' && theirs !== '' ? theirs : text
  }
  return mapTexts(given, change) as Loose
}
