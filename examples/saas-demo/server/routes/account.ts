import { Hono } from 'hono'
import { deleteCookie, getCookie } from 'hono/cookie'
import { z } from 'zod'
import { countCompany, createCompany } from '../data/companies.ts'
import { createPerson, isEmailTaken, type SignedIn } from '../data/people.ts'
import type { Deps } from '../env.ts'
import { email, password, requiredText } from '../fields.ts'
import { problem } from '../problem.ts'
import { readBody } from '../read-body.ts'
import { hashPassword, hashSecret, isPassword } from '../secrets.ts'
import { findSignedIn, openSession, sessionCookie } from '../session.ts'
import { invitationRoutes } from './invitations.ts'

const signUp = z.object({
  name: requiredText('Enter your name.'),
  email,
  company: requiredText('Enter the name of your company.'),
  password,
})
const signIn = z.object({ email, password: z.string({ error: 'Enter your password.' }).min(1, 'Enter your password.') })

/** Sign-up, sign-in, sign-out, and who is signed in. */
export function accountRoutes(deps: Deps) {
  const { store, now } = deps
  return new Hono()
    .route('/invitations', invitationRoutes(deps))
    .get('/session', async (context) => {
      const signedIn = await findSignedIn(context, deps)
      return context.json({ session: signedIn ? await describe(deps, signedIn) : null })
    })
    .post('/sign-up', async (context) => {
      const input = await readBody(context, signUp)
      if (await isEmailTaken(store, input.email)) throw emailTaken()
      const passwordHash = await hashPassword(input.password)
      const { name, email: address } = input
      const signedIn = await store.transaction().execute(async (transaction) => {
        const company = await createCompany(transaction, input.company, now())
        const owner = { companyId: company.id, name, email: address, role: 'owner', passwordHash } as const
        return { company, person: await createPerson(transaction, owner, now()) }
      })
      await openSession(context, deps, signedIn.person.id)
      return context.json({ session: await describe(deps, signedIn) }, 201)
    })
    .post('/sign-in', async (context) => {
      const input = await readBody(context, signIn)
      const row = await store
        .selectFrom('people')
        .select(['id', 'passwordHash'])
        .where('email', '=', input.email)
        .executeTakeFirst()
      if (!row || !(await isPassword(input.password, row.passwordHash))) {
        throw problem(401, 'sign-in-refused', 'E-mail and password do not belong together. Check both.')
      }
      await openSession(context, deps, row.id)
      return context.json({ ok: true })
    })
    .post('/sign-out', async (context) => {
      const secret = getCookie(context, sessionCookie)
      if (secret) await store.deleteFrom('sessions').where('tokenHash', '=', hashSecret(secret)).execute()
      deleteCookie(context, sessionCookie, { path: '/' })
      return context.json({ ok: true })
    })
}

export function emailTaken() {
  const message = 'This e-mail address already has an account. Sign in instead.'
  return problem(409, 'email-taken', message, { email: message })
}

async function describe(deps: Deps, { person, company }: SignedIn) {
  return { person, company, counts: await countCompany(deps.store, company.id, deps.now()) }
}
