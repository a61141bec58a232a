import { Hono } from 'hono'
import { z } from 'zod'
import { createPerson, isEmailTaken } from '../data/people.ts'
import type { Deps } from '../env.ts'
import { password, requiredText } from '../fields.ts'
import { problem } from '../problem.ts'
import { readBody } from '../read-body.ts'
import { hashPassword } from '../secrets.ts'
import { openSession } from '../session.ts'

const accept = z.object({ name: requiredText('Enter your name.'), password })

/** The other end of an invitation: read it, and accept it. Needs no account, only the address that was passed on. */
export function invitationRoutes(deps: Deps) {
  const { store, now } = deps
  const find = async (token: string) => {
    const invitation = await store
      .selectFrom('invitations')
      .innerJoin('companies', 'companies.id', 'invitations.companyId')
      .select([
        'invitations.id',
        'invitations.email',
        'invitations.role',
        'invitations.companyId',
        'companies.name as company',
      ])
      .where('token', '=', token)
      .executeTakeFirst()
    if (!invitation) throw problem(404, 'invitation-gone', 'This invitation was used or withdrawn. Ask for a new one.')
    return invitation
  }
  return new Hono()
    .get('/:token', async (context) => {
      const { email, company, role } = await find(context.req.param('token'))
      return context.json({ email, company, role })
    })
    .post('/:token', async (context) => {
      const { id, companyId, email, role } = await find(context.req.param('token'))
      const input = await readBody(context, accept)
      if (await isEmailTaken(store, email)) {
        throw problem(
          409,
          'email-taken',
          'This e-mail address already has an account. Ask to be invited with another one.',
        )
      }
      const passwordHash = await hashPassword(input.password)
      const person = await store.transaction().execute(async (transaction) => {
        await transaction.deleteFrom('invitations').where('id', '=', id).execute()
        return createPerson(transaction, { companyId, email, role, name: input.name, passwordHash }, now())
      })
      await openSession(context, deps, person.id)
      return context.json({ ok: true }, 201)
    })
}
