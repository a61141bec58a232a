import { SignJWT } from 'jose'
import type { Company, Person } from '../shared/records.ts'

/** Says to Docent's server, with the shared key, who is signed in. Short-lived: the widget asks for a new one. */
export async function signDocentToken(key: string, person: Person, company: Company, nowMs: number): Promise<string> {
  const nowS = Math.floor(nowMs / 1000)
  return new SignJWT({ name: person.name, email: person.email, company: company.name })
    .setProtectedHeader({ alg: 'HS256' })
    .setSubject(person.id)
    .setIssuedAt(nowS)
    .setExpirationTime(nowS + 15 * 60)
    .sign(new TextEncoder().encode(key))
}
