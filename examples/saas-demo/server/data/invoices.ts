import type { Selectable } from 'kysely'
import { type InvoiceLine, invoiceTotals } from '../../shared/invoice-totals.ts'
import type { Invoice, InvoiceInput, InvoiceStatus, Parties } from '../../shared/records.ts'
import type { Store, Tables } from '../database.ts'
import { createId } from '../secrets.ts'

function selectInvoices(store: Store, companyId: string) {
  return store
    .selectFrom('invoices')
    .innerJoin('clients', 'clients.id', 'invoices.clientId')
    .selectAll('invoices')
    .select('clients.name as clientName')
    .where('invoices.companyId', '=', companyId)
}

export async function listInvoices(store: Store, companyId: string): Promise<Invoice[]> {
  const rows = await selectInvoices(store, companyId).orderBy('number', 'desc').execute()
  return rows.map(toInvoice)
}

export async function findInvoice(store: Store, companyId: string, id: string): Promise<Invoice | undefined> {
  const row = await selectInvoices(store, companyId).where('invoices.id', '=', id).executeTakeFirst()
  return row && toInvoice(row)
}

/** Takes the next number of the company; a number that was given once is never given again. */
export async function createInvoice(
  store: Store,
  companyId: string,
  input: InvoiceInput,
  now: number,
): Promise<Invoice> {
  const id = createId()
  await store.transaction().execute(async (transaction) => {
    const { nextNumber } = await transaction
      .updateTable('companies')
      .set(({ eb }) => ({ nextNumber: eb('nextNumber', '+', 1) }))
      .where('id', '=', companyId)
      .returning('nextNumber')
      .executeTakeFirstOrThrow()
    const row = { ...toRow(input), id, companyId, number: nextNumber - 1, createdAt: now }
    await transaction
      .insertInto('invoices')
      .values({ ...row, status: 'draft', sentOn: null, paidOn: null, parties: null })
      .execute()
  })
  return expectInvoice(store, companyId, id)
}

export async function updateInvoice(
  store: Store,
  companyId: string,
  id: string,
  input: InvoiceInput,
): Promise<Invoice> {
  await store
    .updateTable('invoices')
    .set(toRow(input))
    .where('companyId', '=', companyId)
    .where('id', '=', id)
    .execute()
  return expectInvoice(store, companyId, id)
}

export async function setInvoiceStatus(
  store: Store,
  companyId: string,
  id: string,
  change: { status: InvoiceStatus; sentOn?: string; paidOn?: string | null; parties?: string },
): Promise<Invoice> {
  await store.updateTable('invoices').set(change).where('companyId', '=', companyId).where('id', '=', id).execute()
  return expectInvoice(store, companyId, id)
}

export async function deleteInvoice(store: Store, companyId: string, id: string): Promise<void> {
  await store.deleteFrom('invoices').where('companyId', '=', companyId).where('id', '=', id).execute()
}

async function expectInvoice(store: Store, companyId: string, id: string): Promise<Invoice> {
  return toInvoice(await selectInvoices(store, companyId).where('invoices.id', '=', id).executeTakeFirstOrThrow())
}

function toRow({ clientId, issuedOn, dueOn, lines, note }: InvoiceInput) {
  return { clientId, issuedOn, dueOn, note, lines: JSON.stringify(lines) }
}

function toInvoice(row: Selectable<Tables['invoices']> & { clientName: string }): Invoice {
  const { companyId: _company, createdAt: _created, lines: json, parties, ...rest } = row
  const lines = JSON.parse(json) as InvoiceLine[]
  const kept = parties === null ? null : (JSON.parse(parties) as Parties)
  return { ...rest, lines, parties: kept, totalCents: invoiceTotals(lines).totalCents }
}
