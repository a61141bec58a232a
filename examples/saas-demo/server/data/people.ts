import type { Company, Person, Role } from '../../shared/records.ts'
import type { Store } from '../database.ts'
import { createId, createSecret, hashSecret } from '../secrets.ts'

const sessionMs = 30 * 86_400_000
const personColumns = ['people.id', 'people.name', 'people.email', 'people.role', 'people.createdAt'] as const

export interface NewPerson {
  readonly companyId: string
  readonly name: string
  readonly email: string
  readonly role: Role
  readonly passwordHash: string
}

export async function createPerson(store: Store, person: NewPerson, now: number): Promise<Person> {
  return store
    .insertInto('people')
    .values({ ...person, id: createId(), createdAt: now })
    .returning(['id', 'name', 'email', 'role', 'createdAt'])
    .executeTakeFirstOrThrow()
}

export async function listPeople(store: Store, companyId: string): Promise<Person[]> {
  return store
    .selectFrom('people')
    .select(personColumns)
    .where('companyId', '=', companyId)
    .orderBy('createdAt')
    .execute()
}

export async function isEmailTaken(store: Store, email: string): Promise<boolean> {
  return (await store.selectFrom('people').select('id').where('email', '=', email).executeTakeFirst()) !== undefined
}

/** Starts a session and returns the secret for the cookie; only its hash is kept. */
export async function startSession(
  store: Store,
  personId: string,
  now: number,
): Promise<{ secret: string; maxAgeS: number }> {
  const secret = createSecret()
  await store.deleteFrom('sessions').where('expiresAt', '<', now).execute()
  await store
    .insertInto('sessions')
    .values({ tokenHash: hashSecret(secret), personId, expiresAt: now + sessionMs })
    .execute()
  return { secret, maxAgeS: sessionMs / 1000 }
}

export interface SignedIn {
  readonly person: Person
  readonly company: Company
}

export async function personOfSession(store: Store, secret: string, now: number): Promise<SignedIn | undefined> {
  const person = await store
    .selectFrom('sessions')
    .innerJoin('people', 'people.id', 'sessions.personId')
    .select([...personColumns, 'people.companyId'])
    .where('sessions.tokenHash', '=', hashSecret(secret))
    .where('sessions.expiresAt', '>', now)
    .executeTakeFirst()
  return person && withCompany(store, person)
}

export async function personOfApiToken(store: Store, secret: string): Promise<SignedIn | undefined> {
  const person = await store
    .selectFrom('apiTokens')
    .innerJoin('people', 'people.id', 'apiTokens.personId')
    .select([...personColumns, 'people.companyId'])
    .where('apiTokens.tokenHash', '=', hashSecret(secret))
    .executeTakeFirst()
  return person && withCompany(store, person)
}

async function withCompany(store: Store, row: Person & { companyId: string }): Promise<SignedIn> {
  const { companyId, ...person } = row
  const company = await store.selectFrom('companies').selectAll().where('id', '=', companyId).executeTakeFirstOrThrow()
  return { person, company }
}
