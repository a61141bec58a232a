import type { VisitorRow } from '../../records/visitors.ts'

/** The visitor inside the transaction, and whether a bot answers first in their app. */
export interface VisitorActor extends VisitorRow {
  readonly hasBot: boolean
}
