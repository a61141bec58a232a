import { HTTPException } from 'hono/http-exception'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { Problem } from '../shared/records.ts'

/**
 * An answer that is not a success, to be thrown. The message is read by people: what happened, and what to do.
 * @example throw problem(404, 'client-not-found', 'This client does not exist any more.')
 */
export function problem(
  status: ContentfulStatusCode,
  code: string,
  message: string,
  fields?: Problem['fields'],
): HTTPException {
  const body: Problem = fields ? { code, message, fields } : { code, message }
  return new HTTPException(status, { message, res: Response.json(body, { status }) })
}
