import { useSignal } from '@preact/signals'
import { addDays, today } from '../../shared/dates.ts'
import type { Client, Invoice } from '../../shared/records.ts'
import { chooseVat } from '../../shared/vat-choice.ts'
import { api } from '../api/api.ts'
import { tellDocent } from '../docent/docent.ts'
import { SelectField, TextArea, TextField } from '../form/fields.tsx'
import { SubmitRow } from '../form/SubmitRow.tsx'
import { useForm } from '../form/use-form.ts'
import { router } from '../router/router.ts'
import { requireSession, session } from '../state/session.ts'
import { InvoiceTotals } from './InvoiceTotals.tsx'
import { LineEditor } from './LineEditor.tsx'
import { draftOf, emptyLine, type LineDraft, lineOf, withRate } from './line-draft.ts'

interface InvoiceFormProps {
  readonly clients: readonly Client[]
  readonly invoice: Invoice | undefined
}

export function InvoiceForm({ clients, invoice }: InvoiceFormProps) {
  const { company } = requireSession()
  const lines = useSignal<readonly LineDraft[]>(
    invoice ? invoice.lines.map(draftOf) : [emptyLine(company.defaultVatRate)],
  )
  const form = useForm('invoice', startValues(invoice, company.paymentDays), async (values) => {
    const input = { ...values, lines: lines.value.map(lineOf) }
    const saved = await (invoice ? api.updateInvoice(invoice.id, input) : api.createInvoice(input))
    await session.refresh()
    if (!invoice) tellDocent.happened('invoice_created')
    router.replace(`/invoices/${saved.invoice.id}`)
  })
  const client = clients.find(({ id }) => id === form.values.value.clientId)
  const choice = chooseVat(company, client)
  const changeClient = (id: string) => {
    const chosen = chooseVat(
      company,
      clients.find((candidate) => candidate.id === id),
    )
    lines.value = withRate(lines.value, chosen.rate)
  }
  return (
    <form class="form wide" noValidate onSubmit={form.onSubmit}>
      <div class="columns">
        <SelectField
          form={form}
          name="clientId"
          label="Client"
          testId="invoice-client"
          onChoose={changeClient}
          hint={<a href="/clients/new?next=invoice">New client</a>}
        >
          <option value="">Choose a client</option>
          {clients.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </SelectField>
        <TextField form={form} name="issuedOn" label="Invoice date" type="date" />
        <TextField form={form} name="dueOn" label="Due date" type="date" testId="invoice-due" />
      </div>
      {client && <p class="hint">{vatHints[choice.reason](choice.rate, client.name)}</p>}
      <LineEditor lines={lines} form={form} nextRate={choice.rate} />
      <InvoiceTotals lines={lines} />
      <TextArea form={form} name="note" label="Note" isOptional rows={2} hint="Printed under the total." />
      <SubmitRow form={form} label={invoice ? 'Save draft' : 'Create draft'} testId="save-invoice">
        <a class="button" href={invoice ? `/invoices/${invoice.id}` : '/invoices'}>
          Cancel
        </a>
      </SubmitRow>
    </form>
  )
}

function startValues(invoice: Invoice | undefined, paymentDays: number) {
  const day = today()
  return {
    clientId: invoice?.clientId ?? '',
    issuedOn: invoice?.issuedOn ?? day,
    dueOn: invoice?.dueOn ?? addDays(day, paymentDays),
    note: invoice?.note ?? '',
  }
}

/** Why lines start with the rate they have. */
const vatHints = {
  default: (rate: number, name: string) => `New lines for ${name} start with your own rate, ${rate}%.`,
  'reverse-charge': (_: number, name: string) => (
    <>
      {name} is a company elsewhere in the EU:{' '}
      <span
        class="term"
        tabIndex={0}
        data-docent-term="Your client pays the VAT in their own country, so your invoice has none."
      >
        reverse charge
      </span>
      , 0%. The invoice says so.
    </>
  ),
  export: (_: number, name: string) => `${name} is outside the EU: 0%. The invoice says so.`,
}
