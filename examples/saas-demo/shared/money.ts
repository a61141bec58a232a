/** Amounts are whole cents of a euro everywhere; floating point never holds money. */
export type Cents = number

const euros = new Intl.NumberFormat('en-IE', { style: 'currency', currency: 'EUR' })

export function formatMoney(cents: Cents): string {
  return euros.format(cents / 100)
}

/**
 * Reads what people type: `1250`, `1 250,5`, `1,250.50`, `€40`. The last comma or point followed by one or two digits is
 * the decimal mark; the others group thousands. `undefined` when it is not an amount.
 */
export function parseMoney(text: string): Cents | undefined {
  const bare = text.replace(/[\s€'\u00a0]/g, '')
  const parts = /^(-?)(\d[\d.,]*?)(?:[.,](\d{1,2}))?$/.exec(bare)
  if (!parts) return undefined
  const whole = (parts[2] ?? '').split(/[.,]/)
  if (whole.slice(1).some((group) => group.length !== 3)) return undefined
  const cents = Number(whole.join('')) * 100 + Number((parts[3] ?? '').padEnd(2, '0'))
  return Number.isSafeInteger(cents) ? (parts[1] ? -cents : cents) : undefined
}

/** What an amount field shows: `1250.00`. */
export function moneyInput(cents: Cents): string {
  return (cents / 100).toFixed(2)
}

/** Half a cent goes away from zero, as on paper. */
export function roundCents(exact: number): Cents {
  const nudged = Math.abs(exact) + 1e-7
  return Math.sign(exact) * Math.round(nudged) + 0
}
