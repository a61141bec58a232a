/** The invoice on the landing page, drawn by the same component as real ones. */
import { addDays, today } from '../../shared/dates.ts'

export const exampleCompany = {
  name: 'Brightwater Ltd',
  initials: 'B',
  colour: '#1f3a5f',
  address: 'Brīvības iela 12\nRiga LV-1010',
  country: 'LV',
  vatNumber: 'LV40103456789',
  defaultVatRate: 21,
  iban: 'LV80BANK0000435195001',
  bic: '',
  accountHolder: 'Brightwater Ltd',
}

export const exampleClient = {
  name: 'Northwind Films',
  address: 'Storgatan 4\n111 51 Stockholm',
  country: 'SE',
  vatNumber: '',
}

export const exampleInvoice = {
  number: 2044,
  issuedOn: today(),
  dueOn: addDays(today(), 14),
  note: '',
  lines: [
    { description: 'Title design, hours', quantity: 12, unitCents: 12_000, vatRate: 21 },
    { description: 'Revisions, hours', quantity: 4, unitCents: 9_000, vatRate: 21 },
  ],
}
