import { arabic } from './ar.ts'
import { german } from './de.ts'
import { english } from './en.ts'
import { spanish } from './es.ts'
import { french } from './fr.ts'
import { japanese } from './ja.ts'
import { latvian } from './lv.ts'
import { russian } from './ru.ts'
import { chinese } from './zh.ts'

const packs: Readonly<Record<string, string>> = {
  ar: arabic,
  de: german,
  en: english,
  es: spanish,
  fr: french,
  ja: japanese,
  lv: latvian,
  ru: russian,
  zh: chinese,
}

/** Groups of words that mean the same to people who look for help with software; none for a language without a pack. */
export const synonymsOf = (locale: string): string[][] =>
  (packs[locale.split('-')[0] ?? ''] ?? '')
    .split('\n')
    .map((line) =>
      line
        .split(',')
        .map((phrase) => phrase.trim())
        .filter(Boolean),
    )
    .filter((group) => group.length > 1)
