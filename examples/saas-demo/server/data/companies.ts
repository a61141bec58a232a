import { trialDays } from '../../shared/plans.ts'
import type { Company, Counts } from '../../shared/records.ts'
import type { Store } from '../database.ts'
import { createId } from '../secrets.ts'

const firstNumber = 1001
const dayMs = 86_400_000

export async function createCompany(store: Store, name: string, now: number): Promise<Company> {
  const company: Company = {
    id: createId(),
    name,
    initials: initialsOf(name),
    colour: '#1f3a5f',
    address: '',
    country: '',
    vatNumber: '',
    defaultVatRate: 0,
    paymentDays: 14,
    iban: '',
    bic: '',
    accountHolder: '',
    plan: null,
    trialEndsAt: now + trialDays * dayMs,
    nextNumber: firstNumber,
    createdAt: now,
  }
  await store.insertInto('companies').values(company).execute()
  return company
}

export async function updateCompany(store: Store, id: string, change: Partial<Company>): Promise<Company> {
  return store.updateTable('companies').set(change).where('id', '=', id).returningAll().executeTakeFirstOrThrow()
}

/** Deletes the work and the bank account. People, plan, name and the number of the next invoice stay. */
export async function resetCompany(store: Store, id: string): Promise<Company> {
  return store.transaction().execute(async (transaction) => {
    await transaction.deleteFrom('invoices').where('companyId', '=', id).execute()
    await transaction.deleteFrom('clients').where('companyId', '=', id).execute()
    return updateCompany(transaction, id, { iban: '', bic: '', accountHolder: '' })
  })
}

export async function countCompany(store: Store, id: string, now: number): Promise<Counts> {
  const count = async (table: 'clients' | 'people' | 'invitations') => {
    const row = await store
      .selectFrom(table)
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .where('companyId', '=', id)
      .executeTakeFirstOrThrow()
    return row.count
  }
  const invoices = await store
    .selectFrom('invoices')
    .select(['status', 'createdAt'])
    .where('companyId', '=', id)
    .execute()
  const month = monthStart(now)
  return {
    clients: await count('clients'),
    invoices: invoices.length,
    sentInvoices: invoices.filter((invoice) => invoice.status !== 'draft').length,
    invoicesThisMonth: invoices.filter((invoice) => invoice.createdAt >= month).length,
    members: (await count('people')) + (await count('invitations')),
  }
}

function monthStart(now: number): number {
  const date = new Date(now)
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth())
}

/** `Brightwater Films` → `BF`, `Paperlane` → `P`. */
export function initialsOf(name: string): string {
  const letters = name.split(/\s+/).map((word) => /[\p{L}\p{N}]/u.exec(word)?.[0] ?? '')
  return letters.join('').slice(0, 2).toUpperCase() || '?'
}
