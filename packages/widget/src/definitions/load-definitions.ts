import { fail } from '@docent/core'
import type { Definitions } from './definitions.ts'
import { readDefinitions } from './read-definitions.ts'

/** A slow file must not keep the launcher away, ms. */
const patienceMs = 4000

export interface DefinitionsPlace {
  /** Address of the file; `true`: what the server has for this app. */
  readonly definitions: string | true
  readonly server?: string
  readonly app?: string
  readonly locale?: string
}

/** Fetches definitions and reads them. */
export async function loadDefinitions({
  definitions,
  server = '',
  app = 'default',
  locale,
}: DefinitionsPlace): Promise<Definitions> {
  const fromServer = `${server.replace(/\/$/, '')}/v1/content/guides?app=${encodeURIComponent(app)}`
  const url = definitions === true ? fromServer : definitions
  const response = await fetch(url, { signal: AbortSignal.timeout(patienceMs) })
  if (!response.ok)
    fail('option-invalid', `The definitions ${url} could not be loaded (${response.status})`, 'Check the address')
  const answer = (await response.json()) as { readonly manifest?: unknown }
  return readDefinitions(definitions === true ? answer.manifest : answer, locale)
}
