/** Where the server says what happens. `details` never holds secrets or what people wrote. */
export type Log = (level: 'info' | 'warn' | 'error', message: string, details?: unknown) => void

/** One line per entry on the console; errors with their stack, which never goes to a client. */
export const consoleLog: Log = (level, message, details) => {
  const line = level === 'info' ? message : `[docent-server] ${level}: ${message}`
  const write = level === 'info' ? console.log : level === 'warn' ? console.warn : console.error
  if (details === undefined) write(line)
  else write(line, details)
}
