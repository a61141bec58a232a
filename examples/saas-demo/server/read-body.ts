import type { Context } from 'hono'
import type { z } from 'zod'
import { problem } from './problem.ts'

/** The JSON body of a request, unchecked; a 4xx when it is not JSON. */
export async function readJson(context: Context): Promise<Readonly<Record<string, unknown>>> {
  if (!context.req.header('content-type')?.startsWith('application/json')) {
    throw problem(415, 'body-not-json', 'Send JSON, with the header content-type: application/json.')
  }
  const body: unknown = await context.req.json().catch(() => undefined)
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    throw problem(400, 'body-unreadable', 'The body is not a JSON object. Check its quotes and commas.')
  }
  return body as Record<string, unknown>
}

/** What the schema makes of a value; 422 with one sentence for each field that does not fit. */
export function checkFields<Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> {
  const checked = schema.safeParse(value)
  if (checked.success) return checked.data
  const fields: Record<string, string> = {}
  for (const issue of checked.error.issues) fields[issue.path.join('.')] ??= issue.message
  throw fieldProblem(fields)
}

export async function readBody<Schema extends z.ZodType>(context: Context, schema: Schema): Promise<z.output<Schema>> {
  return checkFields(schema, await readJson(context))
}

export function fieldProblem(fields: Readonly<Record<string, string>>) {
  const sentences = Object.values(fields)
  const [first] = sentences
  const message = sentences.length === 1 && first ? first : `${sentences.length} fields need another look.`
  return problem(422, 'fields-invalid', message, fields)
}
