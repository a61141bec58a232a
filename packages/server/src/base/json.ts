import type { Json } from '@docent/protocol'

/** Reads a JSON column. The columns are written by this server only, so the type is what was put in. */
export const parseJson = <T = Json>(text: string): T => JSON.parse(text) as T

/** Leaves out the keys whose value is `undefined` or `null`, so that optional fields are absent and not empty. */
export function withoutEmpty<T extends object>(value: T): { [K in keyof T]: Exclude<T[K], undefined | null> } {
  const entries = Object.entries(value).filter(([, entry]) => entry !== undefined && entry !== null)
  return Object.fromEntries(entries) as { [K in keyof T]: Exclude<T[K], undefined | null> }
}
