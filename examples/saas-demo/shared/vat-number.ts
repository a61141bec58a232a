import { findCountry } from './countries.ts'

/** As it is stored and printed: capitals without spaces, dots or dashes. */
export function tidyVatNumber(text: string): string {
  return text.toUpperCase().replace(/[\s.\-/]/g, '')
}

/** What is wrong with a VAT number, in words for the person who typed it. Nothing typed is fine. */
export function vatNumberProblem(countryCode: string, text: string): string | undefined {
  const number = tidyVatNumber(text)
  const country = findCountry(countryCode)
  if (!number || !country?.vatNumber) return undefined
  const { prefix, form, words, example } = country.vatNumber
  const entered = number.startsWith(prefix) ? number.slice(prefix.length) : undefined
  if (entered !== undefined && form.test(entered)) return undefined
  const lead = `A VAT number of ${country.name} is ${prefix} and ${words}, for example ${example}.`
  if (entered === undefined) return `${lead} Yours starts with “${number.slice(0, 2)}”.`
  return `${lead} You entered ${entered.length} after ${prefix}.`
}
