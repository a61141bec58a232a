import { today } from '../../shared/dates.ts'
import { type InvoiceState, invoiceState } from '../../shared/invoice-state.ts'
import type { Invoice } from '../../shared/records.ts'
import { api } from '../api/api.ts'
import { EmptyState } from '../parts/EmptyState.tsx'
import { Loading } from '../parts/Loading.tsx'
import { PageHead } from '../parts/PageHead.tsx'
import { router } from '../router/router.ts'
import { requireSession } from '../state/session.ts'
import { useLoad } from '../state/use-load.ts'
import { InvoiceTable } from './InvoiceTable.tsx'

const filters: readonly (readonly [InvoiceState | '', string])[] = [
  ['', 'All'],
  ['draft', 'Drafts'],
  ['sent', 'Sent'],
  ['overdue', 'Overdue'],
  ['paid', 'Paid'],
]

export function InvoiceList() {
  const loaded = useLoad(api.invoices, '')
  return (
    <>
      <PageHead title="Invoices">
        <a class="button primary" href="/invoices/new" data-testid="new-invoice">
          New invoice
        </a>
      </PageHead>
      <Loading loaded={loaded}>
        {({ invoices }) => (invoices.length > 0 ? <Filtered invoices={invoices} /> : <NoInvoices />)}
      </Loading>
    </>
  )
}

function Filtered({ invoices }: { readonly invoices: readonly Invoice[] }) {
  const chosen = router.query.value.get('state') ?? ''
  const day = today()
  const inState = (state: string) => invoices.filter((invoice) => !state || invoiceState(invoice, day) === state)
  const shown = inState(chosen)
  return (
    <>
      <nav class="tabs" aria-label="Filter by state">
        {filters.map(([state, label]) => (
          <a
            key={state}
            href={state ? `/invoices?state=${state}` : '/invoices'}
            aria-current={state === chosen ? 'true' : undefined}
          >
            {label} <span class="count">{inState(state).length}</span>
          </a>
        ))}
      </nav>
      {shown.length > 0 ? <InvoiceTable invoices={shown} /> : <p class="quiet">No invoice is in this state.</p>}
    </>
  )
}

function NoInvoices() {
  const hasClients = requireSession().counts.clients > 0
  return (
    <EmptyState title="No invoices yet">
      <p class="quiet">
        {hasClients
          ? 'Choose a client and add one line. VAT and due date are filled in.'
          : 'An invoice goes to a client. Add one first.'}
      </p>
      {!hasClients && (
        <a class="button" href="/clients/new?next=invoice">
          Add a client
        </a>
      )}
    </EmptyState>
  )
}
