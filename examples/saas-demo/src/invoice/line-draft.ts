import type { InvoiceLine } from '../../shared/invoice-totals.ts'
import { moneyInput, parseMoney } from '../../shared/money.ts'
import { toNumber } from '../form/to-number.ts'

/** One line while it is being written: texts as typed. */
export interface LineDraft {
  readonly key: number
  readonly description: string
  readonly quantity: string
  readonly price: string
  readonly vatRate: number
  /** Chosen by hand: a change of client no longer touches it. */
  readonly isVatChosen: boolean
}

let nextKey = 1

export function emptyLine(vatRate: number): LineDraft {
  return { key: nextKey++, description: '', quantity: '1', price: '', vatRate, isVatChosen: false }
}

export function draftOf(line: InvoiceLine): LineDraft {
  const { description, quantity, unitCents, vatRate } = line
  return {
    key: nextKey++,
    description,
    quantity: String(quantity),
    price: moneyInput(unitCents),
    vatRate,
    isVatChosen: true,
  }
}

/** What is sent. Numbers that cannot be read are left out, and the server asks for them. */
export function lineOf({ description, quantity, price, vatRate }: LineDraft): InvoiceLine {
  return { description, vatRate, quantity: toNumber(quantity), unitCents: parseMoney(price) } as InvoiceLine
}

/** What the totals are counted from while typing: what cannot be read yet counts as nothing. */
export function countableLine(draft: LineDraft): InvoiceLine {
  const { description, vatRate, quantity, price } = draft
  return { description, vatRate, quantity: toNumber(quantity) ?? 0, unitCents: parseMoney(price) ?? 0 }
}

/** Gives a new rate to every line whose rate was not chosen by hand. */
export function withRate(drafts: readonly LineDraft[], vatRate: number): readonly LineDraft[] {
  return drafts.map((draft) => (draft.isVatChosen ? draft : { ...draft, vatRate }))
}
