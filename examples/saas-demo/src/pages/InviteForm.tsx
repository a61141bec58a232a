import { api } from '../api/api.ts'
import { tellDocent } from '../docent/docent.ts'
import { SelectField, TextField } from '../form/fields.tsx'
import { SubmitRow } from '../form/SubmitRow.tsx'
import { useForm } from '../form/use-form.ts'

export function InviteForm({ onInvited }: { readonly onInvited: () => Promise<void> }) {
  const form = useForm('invite', { email: '', role: 'member' }, async ({ email, role }) => {
    await api.invite({ email, role: role === 'admin' ? 'admin' : 'member' })
    await onInvited()
    tellDocent.happened('member_invited')
    form.set({ email: '' })
  })
  return (
    <form class="form inline-form" noValidate onSubmit={form.onSubmit} aria-label="Invite a colleague">
      <TextField
        form={form}
        name="email"
        label="E-mail of a colleague"
        type="email"
        autocomplete="off"
        testId="invite-email"
      />
      <SelectField form={form} name="role" label="Role">
        <option value="member">Member: clients and invoices</option>
        <option value="admin">Admin: also members and settings</option>
      </SelectField>
      <SubmitRow form={form} label="Invite" done="Invited" testId="invite" />
    </form>
  )
}
