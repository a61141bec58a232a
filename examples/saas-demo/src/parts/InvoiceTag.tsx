import { today } from '../../shared/dates.ts'
import { invoiceState, invoiceStateLabel } from '../../shared/invoice-state.ts'
import type { Invoice } from '../../shared/records.ts'

export function InvoiceTag({ invoice }: { readonly invoice: Pick<Invoice, 'status' | 'dueOn'> }) {
  const day = today()
  return <span class={`tag ${invoiceState(invoice, day)}`}>{invoiceStateLabel(invoice, day)}</span>
}
