/** Why the server does not start, in words for whoever started it. */
export type StartErrorCode =
  | 'option-invalid'
  | 'config-invalid'
  | 'data-folder-in-use'
  | 'data-folder-unusable'
  | 'database-unreachable'
  | 'database-newer'
  | 'port-in-use'

export interface StartError extends Error {
  readonly code: StartErrorCode
}

/** @example throw createStartError('port-in-use', 'Port 4100 is taken. Stop the other program or set PORT.') */
export function createStartError(code: StartErrorCode, message: string, cause?: unknown): StartError {
  return Object.assign(new Error(message, cause === undefined ? undefined : { cause }), { code })
}

export const isStartError = (error: unknown): error is StartError =>
  error instanceof Error && 'code' in error && startErrorCodes.has(String(error.code))

const startErrorCodes: ReadonlySet<string> = new Set<StartErrorCode>([
  'option-invalid',
  'config-invalid',
  'data-folder-in-use',
  'data-folder-unusable',
  'database-unreachable',
  'database-newer',
  'port-in-use',
])
