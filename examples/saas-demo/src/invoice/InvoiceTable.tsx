import { formatDay } from '../../shared/dates.ts'
import { formatMoney } from '../../shared/money.ts'
import type { Invoice } from '../../shared/records.ts'
import { InvoiceTag } from '../parts/InvoiceTag.tsx'

export function InvoiceTable({ invoices }: { readonly invoices: readonly Invoice[] }) {
  return (
    <table class="list invoices">
      <thead>
        <tr>
          <th scope="col">Number</th>
          <th scope="col">Client</th>
          <th scope="col">Due</th>
          <th scope="col">Status</th>
          <th scope="col" class="end">
            Total
          </th>
        </tr>
      </thead>
      <tbody>
        {invoices.map((invoice) => (
          <tr key={invoice.id}>
            <th scope="row" class="number">
              <a class="row-link" href={`/invoices/${invoice.id}`}>
                {invoice.number}
              </a>
            </th>
            <td>{invoice.clientName}</td>
            <td class="due">{formatDay(invoice.dueOn)}</td>
            <td>
              <InvoiceTag invoice={invoice} />
            </td>
            <td class="end number total">{formatMoney(invoice.totalCents)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
