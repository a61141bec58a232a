import { isObject, TransportError } from '@docent/protocol'

/** Codes of SQLite that mean: the file cannot be used now. */
const sqliteFailures = /^SQLITE_(FULL|IOERR|READONLY|CANTOPEN|BUSY|LOCKED|CORRUPT|NOTADB|PROTOCOL)/
/** SQLSTATE classes: connection, resources, operator intervention, serialization and deadlock, system error. */
const postgresFailures = /^(08|53|57|58|40|XX)/
const socketFailures = /^(ECONN|EPIPE|ETIMEDOUT|ENOTFOUND|EHOSTUNREACH|EAI_AGAIN)/

/** Is it the database that fails, and not the one job? Then the whole batch is undone and clients may try again. */
export function isStorageFailure(error: unknown): boolean {
  if (!isObject(error) && !(error instanceof Error)) return false
  const { code, message } = error as { code?: unknown; message?: unknown }
  if (typeof code === 'string') {
    if (sqliteFailures.test(code) || socketFailures.test(code)) return true
    if (/^[0-9A-Z]{5}$/.test(code) && postgresFailures.test(code)) return true
  }
  return /connection terminated|connection ended|timeout exceeded when trying to connect|no such savepoint|disk i\/o error|database or disk is full/i.test(
    String(message),
  )
}

/** What clients are told: nothing is half written, and sending the same id again is safe. */
export const createUnavailable = (cause: unknown): TransportError =>
  new TransportError('unavailable', 'The server cannot store anything right now. Send it again with the same id.', {
    outcome: 'unknown',
    retryAfterMs: 2000,
    cause,
  })
