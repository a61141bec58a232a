import { api } from '../api/api.ts'
import { tellDocent } from '../docent/docent.ts'
import { SelectField, TextArea, TextField } from '../form/fields.tsx'
import { SubmitRow } from '../form/SubmitRow.tsx'
import { useForm } from '../form/use-form.ts'
import { CompanyMark } from '../parts/CompanyMark.tsx'
import { CountryOptions } from '../parts/CountryOptions.tsx'
import { requireSession, session } from '../state/session.ts'

export function CompanySettings() {
  const { company } = requireSession()
  const { name, initials, colour, address, country, vatNumber } = company
  const initial = { name, initials, colour, address, country, vatNumber }
  const form = useForm('company', initial, async (values) => {
    await api.saveDetails(values)
    await session.refresh()
    tellDocent.happened('company_details_added')
  })
  const { values } = form
  return (
    <form class="form" noValidate onSubmit={form.onSubmit}>
      <TextField form={form} name="name" label="Company name" autocomplete="organization" />
      <TextArea form={form} name="address" label="Address" hint="As it should stand on your invoices." />
      <SelectField
        form={form}
        name="country"
        label="Country"
        hint={company.country ? undefined : 'Its standard VAT rate becomes your default.'}
      >
        <CountryOptions none="Choose a country" />
      </SelectField>
      <TextField
        form={form}
        name="vatNumber"
        label="VAT number"
        isOptional
        spellcheck={false}
        autocomplete="off"
        tip="Printed on every invoice. Leave it empty if you are not registered for VAT."
      />
      <fieldset class="mark-fields">
        <legend>Mark</legend>
        <CompanyMark company={{ initials: values.value.initials || '?', colour: values.value.colour }} isLarge />
        <TextField form={form} name="initials" label="Letters" maxLength={2} isOptional autocomplete="off" />
        <TextField form={form} name="colour" label="Colour" type="color" />
      </fieldset>
      <SubmitRow form={form} label="Save company" testId="save-company" />
    </form>
  )
}
