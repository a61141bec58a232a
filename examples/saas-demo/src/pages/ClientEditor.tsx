import { useSignal } from '@preact/signals'
import { findCountry } from '../../shared/countries.ts'
import type { Client, ClientInput } from '../../shared/records.ts'
import { api } from '../api/api.ts'
import { tellDocent } from '../docent/docent.ts'
import { SelectField, TextArea, TextField } from '../form/fields.tsx'
import { SubmitRow } from '../form/SubmitRow.tsx'
import { useForm } from '../form/use-form.ts'
import { ConfirmDialog } from '../parts/ConfirmDialog.tsx'
import { CountryOptions } from '../parts/CountryOptions.tsx'
import { Loading } from '../parts/Loading.tsx'
import { PageHead } from '../parts/PageHead.tsx'
import { router } from '../router/router.ts'
import { session } from '../state/session.ts'
import { useLoad } from '../state/use-load.ts'

const back = { href: '/clients', label: 'Clients' }
const empty: ClientInput = { name: '', email: '', address: '', country: '', vatNumber: '' }

/** A new client, or one that is there when `id` is given. */
export function ClientEditor({ id }: { readonly id?: string }) {
  return id ? (
    <ExistingClient id={id} />
  ) : (
    <>
      <PageHead title="New client" back={back} />
      <ClientForm />
    </>
  )
}

function ExistingClient({ id }: { readonly id: string }) {
  const loaded = useLoad(() => api.client(id), id)
  const isDeleting = useSignal(false)
  const remove = async () => {
    await api.deleteClient(id)
    await session.refresh()
    router.replace('/clients')
  }
  return (
    <Loading loaded={loaded}>
      {({ client }) => (
        <>
          <PageHead title={client.name} back={back}>
            <button class="button" type="button" onClick={() => (isDeleting.value = true)} data-testid="delete-client">
              Delete
            </button>
          </PageHead>
          <ClientForm client={client} onSaved={loaded.reload} />
          {isDeleting.value && (
            <ConfirmDialog
              title={`Delete ${client.name}?`}
              confirm="Delete client"
              onConfirm={remove}
              onClose={() => (isDeleting.value = false)}
            >
              <p>A client that has invoices cannot be deleted.</p>
            </ConfirmDialog>
          )}
        </>
      )}
    </Loading>
  )
}

function ClientForm({ client, onSaved }: { readonly client?: Client; readonly onSaved?: () => Promise<void> }) {
  const initial: ClientInput = client ?? empty
  const form = useForm('client', { ...initial }, async ({ name, email, address, country, vatNumber }) => {
    const input = { name, email, address, country, vatNumber }
    if (client) {
      await api.updateClient(client.id, input)
      return onSaved?.()
    }
    await api.createClient(input)
    await session.refresh()
    tellDocent.happened('client_created')
    router.go(router.query.peek().get('next') === 'invoice' ? '/invoices/new' : '/clients')
  })
  const example = findCountry(form.values.value.country)?.vatNumber?.example
  return (
    <form class="form" noValidate onSubmit={form.onSubmit}>
      <TextField
        form={form}
        name="name"
        label="Name"
        autocomplete="off"
        hint="The company or person who gets the invoice."
      />
      <SelectField
        form={form}
        name="country"
        label="Country"
        isOptional
        hint="Decides the VAT that new invoices start with."
      >
        <CountryOptions none="Not known" />
      </SelectField>
      <TextField
        form={form}
        name="vatNumber"
        label="VAT number"
        isOptional
        autocomplete="off"
        spellcheck={false}
        tip={`With the country in front${example ? `: ${example}` : ''}. Leave it empty for private people.`}
      />
      <TextField form={form} name="email" label="E-mail" type="email" isOptional autocomplete="off" />
      <TextArea form={form} name="address" label="Address" isOptional />
      <SubmitRow form={form} label={client ? 'Save client' : 'Add client'} testId="save-client">
        {!client && (
          <a class="button" href="/clients">
            Cancel
          </a>
        )}
      </SubmitRow>
    </form>
  )
}
