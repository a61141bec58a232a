import type { Client, ClientInput } from '../../shared/records.ts'
import type { Store } from '../database.ts'
import { createId } from '../secrets.ts'

const columns = ['id', 'name', 'email', 'address', 'country', 'vatNumber'] as const

export async function listClients(store: Store, companyId: string): Promise<Client[]> {
  return store.selectFrom('clients').select(columns).where('companyId', '=', companyId).orderBy('name').execute()
}

export async function findClient(store: Store, companyId: string, id: string): Promise<Client | undefined> {
  return store
    .selectFrom('clients')
    .select(columns)
    .where('companyId', '=', companyId)
    .where('id', '=', id)
    .executeTakeFirst()
}

export async function createClient(store: Store, companyId: string, input: ClientInput, now: number): Promise<Client> {
  return store
    .insertInto('clients')
    .values({ ...input, id: createId(), companyId, createdAt: now })
    .returning(columns)
    .executeTakeFirstOrThrow()
}

export async function updateClient(store: Store, companyId: string, id: string, input: Partial<ClientInput>) {
  return store
    .updateTable('clients')
    .set(input)
    .where('companyId', '=', companyId)
    .where('id', '=', id)
    .returning(columns)
    .executeTakeFirst()
}

export async function deleteClient(store: Store, companyId: string, id: string): Promise<void> {
  await store.deleteFrom('clients').where('companyId', '=', companyId).where('id', '=', id).execute()
}

export async function countInvoicesOf(store: Store, clientId: string): Promise<number> {
  const row = await store
    .selectFrom('invoices')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('clientId', '=', clientId)
    .executeTakeFirstOrThrow()
  return row.count
}
