/** What the API of Paperlane sends and takes. Server and pages share these shapes. */
import type { Day } from './dates.ts'
import type { InvoiceLine } from './invoice-totals.ts'
import type { Cents } from './money.ts'
import type { PlanId } from './plans.ts'

export type Role = 'owner' | 'admin' | 'member'

export interface Person {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly role: Role
  /** ms since 1970, as all times ending in `At`. */
  readonly createdAt: number
}

export interface Company {
  readonly id: string
  readonly name: string
  /** One or two letters and a colour: the mark on invoices and in the navigation. */
  readonly initials: string
  readonly colour: string
  readonly address: string
  readonly country: string
  readonly vatNumber: string
  /** Percent. */
  readonly defaultVatRate: number
  /** Days until a new invoice is due. */
  readonly paymentDays: number
  /** What the next new invoice is called. Never goes back. */
  readonly nextNumber: number
  readonly iban: string
  readonly bic: string
  readonly accountHolder: string
  readonly plan: PlanId | null
  readonly trialEndsAt: number
  readonly createdAt: number
}

/** Who is signed in, and the facts every page needs. */
export interface Session {
  readonly person: Person
  readonly company: Company
  readonly counts: Counts
}

export interface Counts {
  readonly clients: number
  readonly invoices: number
  readonly sentInvoices: number
  /** Created in this calendar month and still there. */
  readonly invoicesThisMonth: number
  /** People and open invitations. */
  readonly members: number
}

export interface Client {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly address: string
  /** Two letters; empty when it is not known. */
  readonly country: string
  readonly vatNumber: string
}

export type ClientInput = Omit<Client, 'id'>

export type InvoiceStatus = 'draft' | 'sent' | 'paid'

export interface InvoiceInput {
  readonly clientId: string
  readonly issuedOn: Day
  readonly dueOn: Day
  readonly lines: readonly InvoiceLine[]
  /** Printed under the total. */
  readonly note: string
}

/** Who invoices whom, as printed. */
export interface Parties {
  readonly seller: Pick<
    Company,
    | 'name'
    | 'initials'
    | 'colour'
    | 'address'
    | 'country'
    | 'vatNumber'
    | 'defaultVatRate'
    | 'iban'
    | 'bic'
    | 'accountHolder'
  >
  readonly client: Pick<Client, 'name' | 'address' | 'country' | 'vatNumber'>
}

export interface Invoice extends InvoiceInput {
  readonly id: string
  readonly number: number
  readonly clientName: string
  readonly status: InvoiceStatus
  readonly sentOn: Day | null
  readonly paidOn: Day | null
  /** Kept when it was sent: later changes of client or company do not touch it. `null` on drafts. */
  readonly parties: Parties | null
  readonly totalCents: Cents
}

export interface Invitation {
  readonly id: string
  readonly email: string
  readonly role: Exclude<Role, 'owner'>
  /** The address to pass on; only people who may invite see it. */
  readonly path: string
  readonly createdAt: number
}

export interface Receipt {
  readonly id: string
  readonly number: string
  readonly plan: PlanId
  readonly amountCents: Cents
  readonly createdAt: number
}

export interface ApiToken {
  readonly id: string
  readonly name: string
  readonly lastFour: string
  readonly createdAt: number
}

/** Every answer that is not a success. `fields` has one sentence for each field that must be mended. */
export interface Problem {
  readonly code: string
  readonly message: string
  readonly fields?: Readonly<Record<string, string>>
}
