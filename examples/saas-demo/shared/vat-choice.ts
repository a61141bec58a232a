import { findCountry } from './countries.ts'

interface Seller {
  readonly country: string
  /** Percent, from Settings. */
  readonly defaultVatRate: number
}

interface Buyer {
  readonly country: string
  readonly vatNumber: string
}

export interface VatChoice {
  readonly rate: number
  readonly reason: 'default' | 'reverse-charge' | 'export'
}

/**
 * The rate a new invoice starts with. The buyer's country decides: at home and for private buyers in the EU it is your own
 * default rate, for companies elsewhere in the EU 0% under reverse charge, outside the EU 0% as an export.
 */
export function chooseVat(seller: Seller, buyer: Buyer | undefined): VatChoice {
  const own: VatChoice = { rate: seller.defaultVatRate, reason: 'default' }
  if (!buyer?.country || !seller.country || buyer.country === seller.country) return own
  if (!findCountry(buyer.country)?.inEu) return { rate: 0, reason: 'export' }
  if (!findCountry(seller.country)?.inEu) return own
  return buyer.vatNumber ? { rate: 0, reason: 'reverse-charge' } : own
}

/** What an invoice line can choose from: the rates of the seller's country, the default, and 0. */
export function vatRates(seller: Seller, alsoUsed: readonly number[] = []): readonly number[] {
  const country = findCountry(seller.country)
  const rates = [seller.defaultVatRate, country?.standard ?? 0, ...(country?.reduced ?? []), ...alsoUsed, 0]
  return [...new Set(rates)].sort((a, b) => b - a)
}

/** The sentence the law wants on an invoice without VAT. */
export function vatNote(reason: VatChoice['reason']): string | undefined {
  if (reason === 'reverse-charge')
    return 'Reverse charge: VAT is payable by the buyer (Article 196, Directive 2006/112/EC).'
  if (reason === 'export') return 'Supply outside the scope of EU VAT.'
  return undefined
}
