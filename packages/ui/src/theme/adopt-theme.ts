import type { Host } from '../host/create-host.ts'
import parts from '../parts/parts.css?inline'
import tokens from './tokens.css?inline'

/** The rest of the tokens, and the primitives: for whatever is drawn beyond the launcher. Idempotent. */
export function adoptTheme(host: Host): void {
  host.adopt(tokens)
  host.adopt(parts)
}
