import type { Company, Person } from '../shared/records.ts'
import type { Store } from './database.ts'

/** What every route is made with. */
export interface Deps {
  readonly store: Store
  /** ms since 1970; tests move it past the end of a trial. */
  readonly now: () => number
  /** Secret shared with docent-server: who holds it can say who a visitor is. */
  readonly tokenKey: string
}

/** What is known about a request once `requireSession` has run. */
export interface Env {
  Variables: { person: Person; company: Company; secureHeadersNonce?: string }
}
