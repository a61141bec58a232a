/** What the host did wrong, told where it did it: only `createDocent()` and the functions the host calls throw or reject with this. */
export type DocentErrorCode =
  | 'option-missing'
  | 'option-invalid'
  | 'option-unknown'
  | 'feature-duplicate'
  | 'feature-missing'
  | 'not-started'
  | 'destroyed'
  | 'chunk-failed'
  | 'unsupported'
  | 'too-long'

/**
 * @example new DocentError('option-missing', '`transport` is missing', 'Pass one, for example http({ url }) from docent/transports/http')
 */
export class DocentError extends Error {
  override readonly name = 'DocentError'
  constructor(
    readonly code: DocentErrorCode,
    what: string,
    /** How to mend it, as one sentence. */
    readonly remedy: string,
    cause?: unknown,
  ) {
    super(`[docent] ${what}. ${remedy}.`, { cause })
  }
}

export function fail(code: DocentErrorCode, what: string, remedy: string): never {
  throw new DocentError(code, what, remedy)
}
