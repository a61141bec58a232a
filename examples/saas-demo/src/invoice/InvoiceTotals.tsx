import type { ReadonlySignal } from '@preact/signals'
import { invoiceTotals } from '../../shared/invoice-totals.ts'
import { formatMoney } from '../../shared/money.ts'
import { countableLine, type LineDraft } from './line-draft.ts'

export function InvoiceTotals({ lines }: { readonly lines: ReadonlySignal<readonly LineDraft[]> }) {
  const { netCents, vat, totalCents } = invoiceTotals(lines.value.map(countableLine))
  return (
    <dl class="totals" aria-label="Totals">
      <dt>Net</dt>
      <dd>{formatMoney(netCents)}</dd>
      {vat.map(({ rate, vatCents }) => [
        <dt key={`t${rate}`}>VAT {rate}%</dt>,
        <dd key={`d${rate}`}>{formatMoney(vatCents)}</dd>,
      ])}
      <dt class="strong">Total</dt>
      <dd class="strong" data-testid="invoice-total">
        {formatMoney(totalCents)}
      </dd>
    </dl>
  )
}
