import { type Day, daysBetween } from './dates.ts'
import type { Invoice } from './records.ts'

export type InvoiceState = 'draft' | 'sent' | 'overdue' | 'paid'

export function invoiceState(invoice: Pick<Invoice, 'status' | 'dueOn'>, day: Day): InvoiceState {
  return invoice.status === 'sent' && invoice.dueOn < day ? 'overdue' : invoice.status
}

/** `Overdue 3 days` */
export function invoiceStateLabel(invoice: Pick<Invoice, 'status' | 'dueOn'>, day: Day): string {
  const state = invoiceState(invoice, day)
  if (state !== 'overdue') return { draft: 'Draft', sent: 'Sent', paid: 'Paid' }[state]
  const days = daysBetween(invoice.dueOn, day)
  return `Overdue ${days} ${days === 1 ? 'day' : 'days'}`
}
