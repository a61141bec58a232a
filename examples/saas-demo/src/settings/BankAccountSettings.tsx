import { formatIban } from '../../shared/iban.ts'
import { api } from '../api/api.ts'
import { tellDocent } from '../docent/docent.ts'
import { TextField } from '../form/fields.tsx'
import { SubmitRow } from '../form/SubmitRow.tsx'
import { useForm } from '../form/use-form.ts'
import { requireSession, session } from '../state/session.ts'

export function BankAccountSettings() {
  const { company } = requireSession()
  const initial = {
    iban: formatIban(company.iban),
    bic: company.bic,
    accountHolder: company.accountHolder || company.name,
  }
  const form = useForm('bank', initial, async (values) => {
    await api.saveBankAccount(values)
    await session.refresh()
    tellDocent.happened('bank_account_added')
  })
  return (
    <form class="form" noValidate onSubmit={form.onSubmit}>
      <p class="quiet">Your clients pay to this account. It is printed on every invoice.</p>
      <TextField
        form={form}
        name="iban"
        label="IBAN"
        autocomplete="off"
        spellcheck={false}
        testId="iban"
        pattern="\s*[A-Za-z]{2}\s*[0-9]{2}[0-9A-Za-z\s]{11,40}"
        accepts="15 to 34 letters and digits. Spaces do not matter."
        mend="Copy it from your bank’s app or a statement. Card numbers and account numbers without the country do not work."
      />
      <TextField
        form={form}
        name="bic"
        label="BIC"
        isOptional
        autocomplete="off"
        spellcheck={false}
        hint="Only banks outside the EU ask for it."
      />
      <TextField form={form} name="accountHolder" label="Account holder" isOptional autocomplete="off" />
      <SubmitRow form={form} label="Save bank account" testId="save-bank-account" />
    </form>
  )
}
