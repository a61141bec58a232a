import { signVisitorToken } from '@docent/server/client'
import type { Company, Person } from '../shared/records.ts'

/** The id of Paperlane on docent-server, as in `data-app` of the script tag. */
export const docentApp = 'paperlane'

/** Says to docent-server, with the shared key, who is signed in. Lives 15 minutes; the widget asks for a new one. */
export function signDocentToken(key: string, person: Person, company: Company): Promise<string> {
  const { id, name, email } = person
  const traits = { company: company.name, role: person.role }
  return signVisitorToken({ key, app: docentApp, id, name, email, traits, expiresInSeconds: 15 * 60 })
}
