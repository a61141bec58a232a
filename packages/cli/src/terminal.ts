/** Where a command speaks to: its result, and what is said on the way. */
export interface Terminal {
  /** A line of the result: stdout. */
  print(line: string): void
  /** A line for the person: stderr. */
  say(line: string): void
  /** Replaces the current line of the person's screen; only where `isInteractive`. */
  draw(line: string): void
  /** A person is looking at a screen that can redraw a line. */
  readonly isInteractive: boolean
}

export const processTerminal: Terminal = {
  print: (line) => void process.stdout.write(`${line}\n`),
  say: (line) => void process.stderr.write(`${line}\n`),
  draw: (line) => void process.stderr.write(`\r\x1b[K${line}`),
  isInteractive: Boolean(process.stderr.isTTY) && process.env.CI === undefined,
}
