/** The countries Paperlane knows, with their VAT rates in percent and the form of their VAT numbers. */
export interface Country {
  readonly code: string
  readonly name: string
  /** Member of the EU: sales to its companies fall under reverse charge. */
  readonly inEu: boolean
  readonly standard: number
  readonly reduced: readonly number[]
  /** Everything after the prefix, and a valid-looking example. Absent: not checked. */
  readonly vatNumber?: {
    readonly prefix: string
    readonly form: RegExp
    readonly words: string
    readonly example: string
  }
}

function eu(
  code: string,
  name: string,
  rates: readonly [number, ...number[]],
  form: RegExp,
  words: string,
  example: string,
): Country {
  const [standard, ...reduced] = rates
  const prefix = /^[A-Z]{2}/.exec(example)?.[0] ?? code
  return { code, name, inEu: true, standard, reduced, vatNumber: { prefix, form, words, example } }
}

function other(code: string, name: string, standard: number, ...reduced: readonly number[]): Country {
  return { code, name, inEu: false, standard, reduced }
}

const digits = (count: number) => new RegExp(`^\\d{${count}}$`)

export const countries: readonly Country[] = [
  eu('AT', 'Austria', [20, 13, 10], /^U\d{8}$/, 'U and 8 digits', 'ATU12345678'),
  eu('BE', 'Belgium', [21, 12, 6], /^[01]\d{9}$/, '10 digits', 'BE0123456789'),
  eu('BG', 'Bulgaria', [20, 9], /^\d{9,10}$/, '9 or 10 digits', 'BG123456789'),
  other('CA', 'Canada', 5),
  eu('HR', 'Croatia', [25, 13, 5], digits(11), '11 digits', 'HR12345678901'),
  eu('CY', 'Cyprus', [19, 9, 5, 3], /^\d{8}[A-Z]$/, '8 digits and a letter', 'CY12345678X'),
  eu('CZ', 'Czechia', [21, 12], /^\d{8,10}$/, '8 to 10 digits', 'CZ12345678'),
  eu('DK', 'Denmark', [25], digits(8), '8 digits', 'DK12345678'),
  eu('EE', 'Estonia', [24, 13, 9], digits(9), '9 digits', 'EE123456789'),
  eu('FI', 'Finland', [25.5, 13.5, 10], digits(8), '8 digits', 'FI12345678'),
  eu('FR', 'France', [20, 10, 5.5, 2.1], /^[0-9A-Z]{2}\d{9}$/, '2 characters and 9 digits', 'FR12345678901'),
  eu('DE', 'Germany', [19, 7], digits(9), '9 digits', 'DE123456789'),
  eu('GR', 'Greece', [24, 13, 6], digits(9), '9 digits', 'EL123456789'),
  eu('HU', 'Hungary', [27, 18, 5], digits(8), '8 digits', 'HU12345678'),
  other('IS', 'Iceland', 24, 11),
  eu('IE', 'Ireland', [23, 13.5, 9, 4.8], /^\d[0-9A-Z+*]\d{5}[A-Z]{1,2}$/, '8 or 9 characters', 'IE1234567X'),
  eu('IT', 'Italy', [22, 10, 5, 4], digits(11), '11 digits', 'IT12345678901'),
  eu('LV', 'Latvia', [21, 12, 5], digits(11), '11 digits', 'LV40103456789'),
  eu('LT', 'Lithuania', [21, 12, 5], /^(\d{9}|\d{12})$/, '9 or 12 digits', 'LT123456789'),
  eu('LU', 'Luxembourg', [17, 14, 8, 3], digits(8), '8 digits', 'LU12345678'),
  eu('MT', 'Malta', [18, 12, 7, 5], digits(8), '8 digits', 'MT12345678'),
  eu('NL', 'Netherlands', [21, 9], /^[0-9A-Z]{9}B\d{2}$/, '9 characters, B and 2 digits', 'NL123456789B01'),
  other('NO', 'Norway', 25, 15, 12),
  eu('PL', 'Poland', [23, 8, 5], digits(10), '10 digits', 'PL1234567890'),
  eu('PT', 'Portugal', [23, 13, 6], digits(9), '9 digits', 'PT123456789'),
  eu('RO', 'Romania', [21, 11], /^\d{2,10}$/, '2 to 10 digits', 'RO12345678'),
  eu('SK', 'Slovakia', [23, 19, 5], digits(10), '10 digits', 'SK1234567890'),
  eu('SI', 'Slovenia', [22, 9.5, 5], digits(8), '8 digits', 'SI12345678'),
  eu('ES', 'Spain', [21, 10, 4], /^[0-9A-Z]\d{7}[0-9A-Z]$/, '9 characters', 'ESX1234567X'),
  eu('SE', 'Sweden', [25, 12, 6], digits(12), '12 digits', 'SE123456789001'),
  other('CH', 'Switzerland', 8.1, 3.8, 2.6),
  other('UA', 'Ukraine', 20, 14, 7),
  other('GB', 'United Kingdom', 20, 5),
  other('US', 'United States', 0),
]

const byCode = new Map(countries.map((country) => [country.code, country]))

export function findCountry(code: string): Country | undefined {
  return byCode.get(code)
}

export function countryName(code: string): string {
  return byCode.get(code)?.name ?? code
}
