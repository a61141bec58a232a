import { api } from '../api/api.ts'
import { TextField } from '../form/fields.tsx'
import { SubmitRow } from '../form/SubmitRow.tsx'
import { useForm } from '../form/use-form.ts'
import { requireSession, session } from '../state/session.ts'

/** The danger zone: begin again with empty lists. */
export function DataSettings() {
  const { company } = requireSession()
  const form = useForm('reset', { confirm: '' }, async ({ confirm }) => {
    await api.resetCompany(confirm)
    await session.refresh()
    form.set({ confirm: '' })
  })
  return (
    <section class="danger-zone" aria-labelledby="reset">
      <h2 id="reset">Reset data</h2>
      <p>
        Deletes all clients, all invoices and the bank account of {company.name}, for everyone in the company. Members,
        plan, receipts and company details stay. It cannot be taken back.
      </p>
      <form class="form" noValidate onSubmit={form.onSubmit}>
        <TextField form={form} name="confirm" label={`Type “${company.name}” to confirm`} autocomplete="off" />
        <SubmitRow form={form} label="Delete clients and invoices" done="Deleted" tone="danger" testId="reset" />
      </form>
    </section>
  )
}
