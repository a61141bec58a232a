import { Hono } from 'hono'
import { z } from 'zod'
import { findCountry } from '../../shared/countries.ts'
import { vatNumberProblem } from '../../shared/vat-number.ts'
import { initialsOf, resetCompany, updateCompany } from '../data/companies.ts'
import type { Deps, Env } from '../env.ts'
import { bic, country, iban, optionalText, requiredText, vatNumber, vatRate } from '../fields.ts'
import { fieldProblem, readBody } from '../read-body.ts'
import { requireRole } from '../session.ts'

const details = z.object({
  name: requiredText('Enter the name of your company.'),
  initials: z.string().trim().toUpperCase().max(2, 'The mark has room for two letters.').default(''),
  colour: z.string().regex(/^#[0-9a-f]{6}$/i, 'Choose a colour, for example #1f3a5f.'),
  address: requiredText('Enter the address that stands on your invoices.', 500),
  country: country.refine((code) => code !== '', 'Choose the country your company is registered in.'),
  vatNumber,
})
const invoicing = z.object({
  defaultVatRate: vatRate,
  paymentDays: z
    .number({ error: 'Enter a number of days, for example 14.' })
    .int('Enter whole days.')
    .min(0, 'Enter 0 days or more.')
    .max(365, 'Enter at most 365 days.'),
  nextNumber: z
    .number({ error: 'Enter a number, for example 2044.' })
    .int('Enter a whole number.')
    .max(99_999_999, 'A number has at most 8 digits.'),
})
const bankAccount = z.object({ iban, bic, accountHolder: optionalText(120) })
const reset = z.object({ confirm: z.string().trim() })

/** Settings. */
export function companyRoutes({ store }: Deps) {
  const mayChange = requireRole('change settings', 'owner', 'admin')
  return new Hono<Env>()
    .put('/details', mayChange, async (context) => {
      const { company } = context.var
      const input = await readBody(context, details)
      const message = vatNumberProblem(input.country, input.vatNumber)
      if (message) throw fieldProblem({ vatNumber: message })
      const isFirstCountry = company.country === '' && company.defaultVatRate === 0
      const standard = isFirstCountry ? { defaultVatRate: findCountry(input.country)?.standard ?? 0 } : {}
      const initials = input.initials || initialsOf(input.name)
      return context.json({ company: await updateCompany(store, company.id, { ...input, ...standard, initials }) })
    })
    .put('/invoicing', mayChange, async (context) => {
      const { company } = context.var
      const input = await readBody(context, invoicing)
      if (input.nextNumber < company.nextNumber) {
        throw fieldProblem({
          nextNumber: `Numbers only go up, so that none is used twice. The next one is ${company.nextNumber}.`,
        })
      }
      return context.json({ company: await updateCompany(store, company.id, input) })
    })
    .put('/bank-account', mayChange, async (context) => {
      const { company } = context.var
      const input = await readBody(context, bankAccount)
      const accountHolder = input.accountHolder || company.name
      return context.json({ company: await updateCompany(store, company.id, { ...input, accountHolder }) })
    })
    .post('/reset', requireRole('delete data', 'owner'), async (context) => {
      const { company } = context.var
      const { confirm } = await readBody(context, reset)
      if (confirm !== company.name) throw fieldProblem({ confirm: `Type ${company.name} to confirm.` })
      return context.json({ company: await resetCompany(store, company.id) })
    })
}
