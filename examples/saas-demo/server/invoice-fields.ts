import { z } from 'zod'
import { addDays, type Day } from '../shared/dates.ts'
import type { Client, Company, InvoiceInput } from '../shared/records.ts'
import { chooseVat } from '../shared/vat-choice.ts'
import { day, optionalText, requiredText, vatRate } from './fields.ts'
import { checkFields, fieldProblem } from './read-body.ts'

const line = z.object({
  description: requiredText('Say what this line is for.', 300),
  quantity: z
    .number({ error: 'Enter a quantity, for example 1 or 2.5.' })
    .positive('The quantity is more than 0. For a credit, make the price negative.')
    .max(1_000_000, 'The quantity is at most 1,000,000.')
    .default(1),
  unitCents: z
    .number({ error: 'Enter a price, for example 95.00.' })
    .int('Send the price as whole cents: 9500 for €95.00.')
    .min(-1_000_000_000, 'The price is at most €10,000,000.')
    .max(1_000_000_000, 'The price is at most €10,000,000.'),
  vatRate: vatRate.optional(),
})

const invoiceFields = z.object({
  clientId: requiredText('Choose a client.'),
  issuedOn: day('invoice date').optional(),
  dueOn: day('due date').optional(),
  lines: z
    .array(line, { error: 'Add at least one line.' })
    .min(1, 'Add at least one line.')
    .max(100, 'An invoice has at most 100 lines.'),
  note: optionalText(1000),
})

interface Surroundings {
  readonly company: Company
  readonly today: Day
  readonly findClient: (id: string) => Promise<Client | undefined>
}

/** An invoice as sent by a page or the API; dates and VAT that were left out get what the settings say. */
export async function checkInvoice(value: object, { company, today, findClient }: Surroundings): Promise<InvoiceInput> {
  const input = checkFields(invoiceFields, value)
  const client = await findClient(input.clientId)
  if (!client) throw fieldProblem({ clientId: 'This client does not exist any more. Choose another one.' })
  const issuedOn = input.issuedOn ?? today
  const dueOn = input.dueOn ?? addDays(issuedOn, company.paymentDays)
  if (dueOn < issuedOn) throw fieldProblem({ dueOn: 'The due date is before the invoice date.' })
  const { rate } = chooseVat(company, client)
  const lines = input.lines.map((entry) => ({ ...entry, vatRate: entry.vatRate ?? rate }))
  return { clientId: client.id, issuedOn, dueOn, lines, note: input.note }
}
