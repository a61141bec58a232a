import { type CommandId, type Json, TransportError } from '@docent/protocol'
import type { z } from 'zod'
import type { Unit } from '../store/store.ts'

/** Who does it, in which transaction, under which id. */
export interface CommandContext<Actor> {
  readonly unit: Unit
  readonly actor: Actor
  readonly commandId: CommandId
}

/** A command that this server can do. Its input is checked before it enters a batch. */
export interface CommandDefinition<Actor> {
  /** What its input must be: checked here, told by the OpenAPI document. */
  readonly schema: z.ZodType
  prepare(input: unknown): PreparedCommand<Actor> | Promise<PreparedCommand<Actor>>
}
export type PreparedCommand<Actor> = (context: CommandContext<Actor>) => Promise<Json>

/** @example defineCommand(schema, async ({ unit, actor }, input) => ({ messageId })) */
export const defineCommand = <Actor, Input, Result extends Json>(
  schema: z.ZodType<Input>,
  run: (context: CommandContext<Actor>, input: Input) => Promise<Result>,
): CommandDefinition<Actor> => ({
  schema,
  prepare(input) {
    const parsed = parseInput(schema, input)
    return (context) => run(context, parsed)
  },
})

/** The checked input, or an `invalid` error that names the field and what it should be. */
export function parseInput<Input>(schema: z.ZodType<Input>, input: unknown): Input {
  const result = schema.safeParse(input)
  if (result.success) return result.data
  const [issue] = result.error.issues
  const path = ['input', ...(issue?.path ?? [])].map(String).join('.')
  const isTooLong = issue?.code === 'too_big'
  throw new TransportError(isTooLong ? 'too-large' : 'invalid', `${path}: ${issue?.message ?? 'not as expected'}`)
}
