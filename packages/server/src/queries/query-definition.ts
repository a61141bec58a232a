import { type Id, type Json, TransportError } from '@docent/protocol'
import type { z } from 'zod'
import { parseInput } from '../commands/command-definition.ts'
import type { Store } from '../store/store.ts'

export interface QueryContext<Actor> {
  readonly store: Store
  readonly appId: Id
  readonly actor: Actor
}
export interface QueryDefinition<Actor> {
  /** What its input must be: checked here, told by the OpenAPI document. */
  readonly schema: z.ZodType
  answer(context: QueryContext<Actor>, input: unknown): Promise<unknown>
}

/** A query whose input is checked by a schema. */
export const defineQuery = <Actor, Input, Output>(
  schema: z.ZodType<Input>,
  run: (context: QueryContext<Actor>, input: Input) => Promise<Output>,
): QueryDefinition<Actor> => ({
  schema,
  answer: (context, input) => run(context, parseInput(schema, input ?? {})),
})

/** The answer as it goes over the wire. */
export async function answerQuery<Actor>(
  definitions: Readonly<Record<string, QueryDefinition<Actor>>>,
  name: string,
  context: QueryContext<Actor>,
  input: unknown,
): Promise<{ output: Json }> {
  const definition = Object.hasOwn(definitions, name) ? definitions[name] : undefined
  if (!definition) throw new TransportError('unsupported', `This server has no query "${name.slice(0, 50)}"`)
  return { output: (await definition.answer(context, input)) as Json }
}
