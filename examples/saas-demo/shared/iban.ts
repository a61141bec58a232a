/** Length of an IBAN by country, from the SWIFT registry. */
const lengths: Readonly<Record<string, number>> = {
  AT: 20,
  BE: 16,
  BG: 22,
  CH: 21,
  CY: 28,
  CZ: 24,
  DE: 22,
  DK: 18,
  EE: 20,
  ES: 24,
  FI: 18,
  FR: 27,
  GB: 22,
  GR: 27,
  HR: 21,
  HU: 28,
  IE: 22,
  IS: 26,
  IT: 27,
  LT: 20,
  LU: 20,
  LV: 21,
  MT: 31,
  NL: 18,
  NO: 15,
  PL: 28,
  PT: 25,
  RO: 24,
  SE: 24,
  SI: 19,
  SK: 24,
  UA: 29,
}

export function tidyIban(text: string): string {
  return text.toUpperCase().replace(/[\s-]/g, '')
}

/** In groups of four, as banks print it. */
export function formatIban(iban: string): string {
  return tidyIban(iban).replace(/(.{4})(?=.)/g, '$1 ')
}

/** What is wrong with an IBAN, in words for the person who typed it. */
export function ibanProblem(text: string): string | undefined {
  const iban = tidyIban(text)
  if (!iban) return 'Enter the IBAN of your account. It is on every bank statement.'
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]+$/.test(iban)) {
    return 'An IBAN starts with two letters and two digits, for example LV80BANK0000435195001.'
  }
  const country = iban.slice(0, 2)
  const length = lengths[country]
  if (length === undefined)
    return `Paperlane does not know accounts that start with ${country}. Ask us to add the country.`
  if (iban.length !== length)
    return `An IBAN that starts with ${country} has ${length} characters. You entered ${iban.length}.`
  if (checksum(iban) !== 1)
    return 'The check digits do not fit: one character is wrong or two are swapped. Compare it with your statement.'
  return undefined
}

/** ISO 7064 mod 97: country and check digits to the end, letters as 10…35; a sound IBAN leaves 1. */
function checksum(iban: string): number {
  const numeric = (iban.slice(4) + iban.slice(0, 4)).replace(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55))
  let rest = 0
  for (const digit of numeric) rest = (rest * 10 + Number(digit)) % 97
  return rest
}
