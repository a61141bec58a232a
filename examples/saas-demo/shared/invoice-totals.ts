import { type Cents, roundCents } from './money.ts'

export interface InvoiceLine {
  readonly description: string
  /** Up to three decimals: 1.5 hours, 0.125 days. */
  readonly quantity: number
  readonly unitCents: Cents
  /** Percent. */
  readonly vatRate: number
}

export interface VatGroup {
  readonly rate: number
  readonly netCents: Cents
  readonly vatCents: Cents
}

export interface InvoiceTotals {
  readonly netCents: Cents
  /** One for each rate on the invoice, highest first. */
  readonly vat: readonly VatGroup[]
  readonly totalCents: Cents
}

export function lineNetCents(line: InvoiceLine): Cents {
  return roundCents((Math.round(line.quantity * 1000) * line.unitCents) / 1000)
}

/** VAT is rounded once for each rate, not for each line: the sum on the invoice then matches the VAT return. */
export function invoiceTotals(lines: readonly InvoiceLine[]): InvoiceTotals {
  const netByRate = new Map<number, Cents>()
  for (const line of lines) netByRate.set(line.vatRate, (netByRate.get(line.vatRate) ?? 0) + lineNetCents(line))
  const vat = [...netByRate]
    .map(([rate, netCents]) => ({ rate, netCents, vatCents: roundCents((netCents * Math.round(rate * 10)) / 1000) }))
    .sort((a, b) => b.rate - a.rate)
  const netCents = sum(vat.map((group) => group.netCents))
  return { netCents, vat, totalCents: netCents + sum(vat.map((group) => group.vatCents)) }
}

function sum(amounts: readonly Cents[]): Cents {
  return amounts.reduce((total, amount) => total + amount, 0)
}
