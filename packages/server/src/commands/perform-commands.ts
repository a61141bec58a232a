import { type Ack, type CommandOutcome, type Id, isObject, maxCommandBytes, TransportError } from '@docent/protocol'
import { parseJson } from '../base/json.ts'
import type { Log } from '../base/log.ts'
import { statusOf, toWireError } from '../base/wire-error.ts'
import type { Store, Unit } from '../store/store.ts'
import type { CommandDefinition, PreparedCommand } from './command-definition.ts'
import { maxIdLength } from './limits.ts'

export interface Performer<Actor> {
  readonly store: Store
  readonly log: Log
  readonly appId: Id
  /** Whose commands they are: an id is one effect per actor. */
  readonly actorId: Id
  readonly definitions: Readonly<Record<string, CommandDefinition<Actor>>>
  /** The actor as it is inside the transaction; throws when it may no longer act. */
  loadActor(unit: Unit): Promise<Actor>
  /** ms to wait, `undefined` when the actor may go on. */
  takeTurn(): number | undefined
}

/** Performs commands in their order, each with its own result: a bad one never blocks the rest. */
export async function performCommands<Actor>(
  performer: Performer<Actor>,
  commands: readonly unknown[],
): Promise<CommandOutcome[]> {
  const prepared = await Promise.all(commands.map((command) => settle(() => prepareSafely(performer, command))))
  return await Promise.all(
    prepared.map(async (each, index): Promise<CommandOutcome> => {
      const id = idOf(commands[index])
      const outcome = each.ok ? await settle(() => perform(performer, each.value)) : each
      if (outcome.ok) return { id, ok: true, ack: outcome.value }
      if (!(outcome.error instanceof TransportError)) performer.log('error', `Command ${id} broke.`, outcome.error)
      const error = toWireError(outcome.error)
      return { id, ok: false, status: statusOf(error.code), error }
    }),
  )
}

type Settled<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: unknown }
async function settle<T>(work: () => Promise<T>): Promise<Settled<T>> {
  try {
    return { ok: true, value: await work() }
  } catch (error) {
    return { ok: false, error }
  }
}

const idOf = (command: unknown): string =>
  isObject(command) && typeof command.id === 'string' ? command.id.slice(0, maxIdLength) : ''

interface Prepared<Actor> {
  readonly id: string
  readonly run: PreparedCommand<Actor>
}

/** Checking data that is nested thousands of levels deep overflows the stack: the sender's fault, not the server's. */
async function prepareSafely<Actor>(performer: Performer<Actor>, command: unknown): Promise<Prepared<Actor>> {
  try {
    return await prepare(performer, command)
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    throw new TransportError('invalid', 'input: is nested too deeply. Send flatter data.')
  }
}

async function prepare<Actor>(performer: Performer<Actor>, command: unknown): Promise<Prepared<Actor>> {
  if (!isObject(command)) throw new TransportError('invalid', 'A command is an object with `id`, `name` and `input`.')
  const { id, name, input } = command
  if (typeof id !== 'string' || id === '' || id.length > maxIdLength || id.includes('\u0000')) {
    throw new TransportError(
      'invalid',
      `id: must be a string of 1 to ${maxIdLength} characters, the same over every retry`,
    )
  }
  if (Buffer.byteLength(JSON.stringify(command)) > maxCommandBytes) {
    throw new TransportError('too-large', `A command has at most ${maxCommandBytes} bytes. Send less at once.`)
  }
  const definition =
    typeof name === 'string' && Object.hasOwn(performer.definitions, name) ? performer.definitions[name] : undefined
  if (!definition)
    throw new TransportError('unsupported', `name: this server has no command "${String(name).slice(0, 50)}"`)
  const retryAfterMs = performer.takeTurn()
  if (retryAfterMs !== undefined) {
    throw new TransportError('rate-limited', `Too many commands; wait ${retryAfterMs} ms.`, { retryAfterMs })
  }
  return { id, run: await definition.prepare(input) }
}

/** What the command did and its answer become durable together, so a repetition finds the answer and does nothing. */
function perform<Actor>(
  { store, appId, actorId, loadActor }: Performer<Actor>,
  { id, run }: Prepared<Actor>,
): Promise<Ack> {
  return store.write(appId, async (unit) => {
    const before = await unit.database
      .selectFrom('command')
      .select('ack')
      .where('actor_id', '=', actorId)
      .where('command_id', '=', id)
      .executeTakeFirst()
    if (before) return { ...parseJson<Ack>(before.ack), duplicate: true }
    const result = await run({ unit, actor: await loadActor(unit), commandId: id })
    const ack: Ack = { settled: 'stored', result }
    const row = { actor_id: actorId, command_id: id, ack: JSON.stringify(ack), created_at: unit.now }
    await unit.database.insertInto('command').values(row).execute()
    return ack
  })
}
