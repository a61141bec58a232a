import { findCountry } from '../../shared/countries.ts'
import { vatRates } from '../../shared/vat-choice.ts'
import { api } from '../api/api.ts'
import { SelectField, TextField } from '../form/fields.tsx'
import { SubmitRow } from '../form/SubmitRow.tsx'
import { toNumber } from '../form/to-number.ts'
import { useForm } from '../form/use-form.ts'
import { requireSession, session } from '../state/session.ts'

export function InvoicingSettings() {
  const { company } = requireSession()
  const initial = {
    defaultVatRate: String(company.defaultVatRate),
    paymentDays: String(company.paymentDays),
    nextNumber: String(company.nextNumber),
  }
  const form = useForm('invoicing', initial, async ({ defaultVatRate, paymentDays, nextNumber }) => {
    await api.saveInvoicing({
      defaultVatRate: toNumber(defaultVatRate),
      paymentDays: toNumber(paymentDays),
      nextNumber: toNumber(nextNumber),
    })
    await session.refresh()
  })
  const country = findCountry(company.country)
  return (
    <form class="form" noValidate onSubmit={form.onSubmit}>
      <SelectField
        form={form}
        name="defaultVatRate"
        label="Default VAT rate"
        hint={
          country
            ? `The rates of ${country.name}. For clients abroad Paperlane chooses by country.`
            : 'Add your country under Company to see its rates.'
        }
      >
        {vatRates(company).map((rate) => (
          <option key={rate} value={String(rate)}>
            {rate}%
          </option>
        ))}
      </SelectField>
      <TextField
        form={form}
        name="paymentDays"
        label="Days to pay"
        inputMode="numeric"
        hint="Sets the due date of new invoices."
      />
      <TextField
        form={form}
        name="nextNumber"
        label="Next invoice number"
        inputMode="numeric"
        hint="Numbers only go up, so that none is used twice."
      />
      <SubmitRow form={form} label="Save invoicing" testId="save-invoicing" />
    </form>
  )
}
