import type { Client, Invoice } from '../../shared/records.ts'
import { api } from '../api/api.ts'
import { EmptyState } from '../parts/EmptyState.tsx'
import { Loading } from '../parts/Loading.tsx'
import { PageHead } from '../parts/PageHead.tsx'
import { useLoad } from '../state/use-load.ts'
import { InvoiceForm } from './InvoiceForm.tsx'

interface Needed {
  readonly clients: readonly Client[]
  readonly invoice: Invoice | undefined
}

async function load(id: string | undefined): Promise<Needed> {
  const [{ clients }, found] = await Promise.all([api.clients(), id ? api.invoice(id) : undefined])
  return { clients, invoice: found?.invoice }
}

/** A new invoice, or a draft that is there when `id` is given. */
export function InvoiceEditor({ id }: { readonly id?: string }) {
  const loaded = useLoad(() => load(id), id ?? '')
  return (
    <Loading loaded={loaded}>
      {({ clients, invoice }) => (
        <>
          {invoice ? (
            <PageHead
              title={`Edit invoice ${invoice.number}`}
              back={{ href: `/invoices/${invoice.id}`, label: `Invoice ${invoice.number}` }}
            />
          ) : (
            <PageHead title="New invoice" back={{ href: '/invoices', label: 'Invoices' }} />
          )}
          {clients.length > 0 ? <InvoiceForm clients={clients} invoice={invoice} /> : <NoClients />}
        </>
      )}
    </Loading>
  )
}

function NoClients() {
  return (
    <EmptyState title="Who is it for?">
      <p class="quiet">An invoice goes to a client. Add one first; you come back here.</p>
      <a class="button primary" href="/clients/new?next=invoice">
        Add a client
      </a>
    </EmptyState>
  )
}
