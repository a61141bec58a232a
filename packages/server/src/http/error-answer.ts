import { isObject, TransportError } from '@docent/protocol'
import type { Context } from 'hono'
import type { Log } from '../base/log.ts'
import { statusOf, toWireError } from '../base/wire-error.ts'
import { createUnavailable, isStorageFailure } from '../store/storage-failure.ts'

/** Every error leaves as `{ error: { code, message, retryAfterMs? } }`. What was not foreseen is logged, never told. */
export const answerError =
  (log: Log) =>
  (thrown: Error, context: Context): Response => {
    const isForeseen = thrown instanceof TransportError
    if (!isForeseen) log('error', `${context.req.method} ${context.req.path} broke.`, thrown)
    const error = toWireError(!isForeseen && isStorageFailure(thrown) ? createUnavailable(thrown) : thrown)
    if (error.retryAfterMs !== undefined) context.header('retry-after', String(Math.ceil(error.retryAfterMs / 1000)))
    // What was refused for its size was not read to its end: the next request needs a connection of its own.
    if (error.code === 'too-large') context.header('connection', 'close')
    context.header('cache-control', 'no-store')
    return context.json({ error }, statusOf(error.code))
  }

export const answerNotFound = (context: Context): Response => {
  const message = `There is nothing at ${context.req.method} ${context.req.path}.`
  return context.json({ error: { code: 'not-found', message } }, 404)
}

/** The list of commands in a body, refused as a whole only when it is no list or too long. */
export function readCommands(body: unknown, max: number): readonly unknown[] {
  const commands: unknown = isObject(body) ? body.commands : undefined
  if (!Array.isArray(commands)) throw new TransportError('invalid', 'commands: must be a list')
  if (commands.length > max)
    throw new TransportError('too-large', `commands: at most ${max} at once. Send the rest after these.`)
  return commands
}
