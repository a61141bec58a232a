import { countryName } from '../../shared/countries.ts'
import type { Client } from '../../shared/records.ts'
import { api } from '../api/api.ts'
import { EmptyState } from '../parts/EmptyState.tsx'
import { Loading } from '../parts/Loading.tsx'
import { PageHead } from '../parts/PageHead.tsx'
import { useLoad } from '../state/use-load.ts'

export function ClientList() {
  const loaded = useLoad(api.clients, '')
  return (
    <>
      <PageHead title="Clients">
        <a class="button primary" href="/clients/new" data-testid="new-client">
          New client
        </a>
      </PageHead>
      <Loading loaded={loaded}>
        {({ clients }) => (clients.length > 0 ? <Table clients={clients} /> : <NoClients />)}
      </Loading>
    </>
  )
}

function Table({ clients }: { readonly clients: readonly Client[] }) {
  return (
    <table class="list">
      <thead>
        <tr>
          <th scope="col">Name</th>
          <th scope="col">Country</th>
          <th scope="col">VAT number</th>
          <th scope="col">E-mail</th>
        </tr>
      </thead>
      <tbody>
        {clients.map((client) => (
          <tr key={client.id}>
            <th scope="row">
              <a class="row-link" href={`/clients/${client.id}`}>
                {client.name}
              </a>
            </th>
            <td>{client.country ? countryName(client.country) : <span class="faint">No country</span>}</td>
            <td class="number">{client.vatNumber}</td>
            <td>{client.email}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function NoClients() {
  return (
    <EmptyState title="No clients yet">
      <p class="quiet">A name and a country are enough. The country decides the VAT on their invoices.</p>
      <a class="button" href="/clients/new">
        Add your first client
      </a>
    </EmptyState>
  )
}
