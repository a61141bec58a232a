/** The few checks that keep bad input from the wire out of the rest of the code. */

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** An event that this version can route: it has a type. Unknown types are ignored by the reducers, never an error. */
export const isEvent = (value: unknown): value is { type: string } => isObject(value) && typeof value.type === 'string'
