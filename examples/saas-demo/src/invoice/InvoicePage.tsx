import { useSignal } from '@preact/signals'
import { formatDay } from '../../shared/dates.ts'
import type { Client, Invoice } from '../../shared/records.ts'
import { api } from '../api/api.ts'
import { InvoiceTag } from '../parts/InvoiceTag.tsx'
import { Loading } from '../parts/Loading.tsx'
import { PageHead } from '../parts/PageHead.tsx'
import { requireSession } from '../state/session.ts'
import { useLoad } from '../state/use-load.ts'
import { InvoiceActions } from './InvoiceActions.tsx'
import { InvoiceSheet } from './InvoiceSheet.tsx'

const back = { href: '/invoices', label: 'Invoices' }

async function load(id: string): Promise<{ invoice: Invoice; client: Client }> {
  const { invoice } = await api.invoice(id)
  const { client } = await api.client(invoice.clientId)
  return { invoice, client }
}

export function InvoicePage({ id }: { readonly id: string }) {
  const loaded = useLoad(() => load(id), id)
  const failure = useSignal<string | undefined>(undefined)
  const { company } = requireSession()
  return (
    <Loading loaded={loaded}>
      {({ invoice, client }) => (
        <>
          <PageHead title={`Invoice ${invoice.number}`} back={back} aside={<InvoiceTag invoice={invoice} />}>
            <InvoiceActions
              invoice={invoice}
              onChanged={loaded.reload}
              onFailed={(message) => (failure.value = message)}
            />
          </PageHead>
          {failure.value && (
            <p class="notice bad" role="alert">
              {failure.value} {!company.iban && <a href="/settings/bank-account">Add your bank account</a>}
            </p>
          )}
          <p class="quiet" role="status">
            {history(invoice)}
          </p>
          <InvoiceSheet
            company={invoice.parties?.seller ?? company}
            client={invoice.parties?.client ?? client}
            invoice={invoice}
          />
        </>
      )}
    </Loading>
  )
}

function history({ status, sentOn, paidOn, dueOn }: Invoice): string {
  if (status === 'paid' && paidOn) return `Paid on ${formatDay(paidOn)}.`
  if (status === 'sent' && sentOn) return `Sent on ${formatDay(sentOn)}, due ${formatDay(dueOn)}.`
  return 'A draft. Print it or save it as PDF, send it to the client, then mark it as sent.'
}
