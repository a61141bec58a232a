import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { Kysely, SqliteDialect } from 'kysely'
import Database from 'libsql'
import type { Company, InvoiceStatus, Person, Role } from '../shared/records.ts'
import { schema } from './schema.ts'

/** One row for each; times in ms, amounts in cents, days as `2026-11-28`. */
export interface Tables {
  companies: Company
  people: Person & { companyId: string; passwordHash: string }
  sessions: { tokenHash: string; personId: string; expiresAt: number }
  invitations: {
    id: string
    companyId: string
    email: string
    role: Exclude<Role, 'owner'>
    token: string
    createdAt: number
  }
  clients: {
    id: string
    companyId: string
    name: string
    email: string
    address: string
    country: string
    vatNumber: string
    createdAt: number
  }
  invoices: {
    id: string
    companyId: string
    number: number
    clientId: string
    issuedOn: string
    dueOn: string
    /** JSON of `InvoiceLine[]`. */
    lines: string
    note: string
    status: InvoiceStatus
    sentOn: string | null
    paidOn: string | null
    /** JSON of `Parties`. */
    parties: string | null
    createdAt: number
  }
  receipts: {
    id: string
    companyId: string
    number: string
    plan: 'starter' | 'pro' | 'business'
    amountCents: number
    createdAt: number
  }
  apiTokens: { id: string; personId: string; name: string; tokenHash: string; lastFour: string; createdAt: number }
}

export type Store = Kysely<Tables>

/** Opens (and on the first start creates) `paperlane.db` in the folder. What was answered as saved survives a power cut. */
export function openDatabase(dataDir: string): Store {
  mkdirSync(dataDir, { recursive: true })
  const database = new Database(join(dataDir, 'paperlane.db'))
  database.pragma('journal_mode = WAL')
  database.pragma('synchronous = FULL')
  database.pragma('foreign_keys = ON')
  database.exec(schema)
  return new Kysely<Tables>({ dialect: new SqliteDialect({ database }) })
}
