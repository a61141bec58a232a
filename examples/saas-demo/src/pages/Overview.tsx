import { today } from '../../shared/dates.ts'
import { invoiceState } from '../../shared/invoice-state.ts'
import { formatMoney } from '../../shared/money.ts'
import type { Invoice } from '../../shared/records.ts'
import { api } from '../api/api.ts'
import { InvoiceTable } from '../invoice/InvoiceTable.tsx'
import { Loading } from '../parts/Loading.tsx'
import { PageHead } from '../parts/PageHead.tsx'
import { useLoad } from '../state/use-load.ts'
import { NextSteps } from './NextSteps.tsx'
import { PaidChart } from './PaidChart.tsx'

export function Overview() {
  const loaded = useLoad(api.invoices, '')
  return (
    <>
      <PageHead title="Overview">
        <a class="button primary" href="/invoices/new">
          New invoice
        </a>
      </PageHead>
      <Loading loaded={loaded}>
        {({ invoices }) => (
          <>
            <Figures invoices={invoices} />
            <NextSteps invoices={invoices} />
            {invoices.length > 0 && (
              <>
                <PaidChart invoices={invoices} />
                <section aria-labelledby="latest">
                  <h2 id="latest">Latest invoices</h2>
                  <InvoiceTable invoices={invoices.slice(0, 5)} />
                </section>
              </>
            )}
          </>
        )}
      </Loading>
    </>
  )
}

function Figures({ invoices }: { readonly invoices: readonly Invoice[] }) {
  const day = today()
  const month = day.slice(0, 7)
  const sum = (of: readonly Invoice[]) => formatMoney(of.reduce((total, invoice) => total + invoice.totalCents, 0))
  const open = invoices.filter((invoice) => invoice.status === 'sent')
  const overdue = open.filter((invoice) => invoiceState(invoice, day) === 'overdue')
  const paid = invoices.filter((invoice) => invoice.paidOn?.startsWith(month))
  return (
    <dl class="figures">
      <Figure label="Waiting for payment" value={sum(open)} detail={countInvoices(open.length)} />
      <Figure label="Overdue" value={sum(overdue)} detail={countInvoices(overdue.length)} isBad={overdue.length > 0} />
      <Figure label="Paid this month" value={sum(paid)} detail={countInvoices(paid.length)} />
    </dl>
  )
}

interface FigureProps {
  readonly label: string
  readonly value: string
  readonly detail: string
  readonly isBad?: boolean
}

function Figure({ label, value, detail, isBad }: FigureProps) {
  return (
    <div>
      <dt class="figure-label">{label}</dt>
      <dd class={isBad ? 'figure bad' : 'figure'}>{value}</dd>
      <dd class="quiet">{detail}</dd>
    </div>
  )
}

function countInvoices(count: number): string {
  return count === 1 ? '1 invoice' : `${count} invoices`
}
