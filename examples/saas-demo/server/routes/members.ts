import { Hono } from 'hono'
import { z } from 'zod'
import { currentPlan } from '../../shared/plans.ts'
import type { Company, Invitation } from '../../shared/records.ts'
import { countCompany } from '../data/companies.ts'
import { isEmailTaken, listPeople } from '../data/people.ts'
import type { Deps, Env } from '../env.ts'
import { email } from '../fields.ts'
import { problem } from '../problem.ts'
import { fieldProblem, readBody } from '../read-body.ts'
import { createId, createSecret } from '../secrets.ts'
import { requireRole } from '../session.ts'

const role = z.enum(['admin', 'member'], { error: 'Choose a role: admin or member.' })
const invite = z.object({ email, role })
const change = z.object({ role })

export function memberRoutes(deps: Deps) {
  const { store, now } = deps
  const mayManage = requireRole('manage members', 'owner', 'admin')
  return new Hono<Env>()
    .get('/', async (context) => {
      const { company, person } = context.var
      const invitations = await listInvitations(deps, company.id)
      const hidden =
        person.role === 'member' ? invitations.map((invitation) => ({ ...invitation, path: '' })) : invitations
      return context.json({ people: await listPeople(store, company.id), invitations: hidden })
    })
    .post('/invitations', mayManage, async (context) => {
      const { company } = context.var
      const input = await readBody(context, invite)
      await requireFreeSeat(deps, company)
      if (await isEmailTaken(store, input.email)) {
        throw fieldProblem({ email: 'This e-mail address already has a Paperlane account. Invite another address.' })
      }
      const waiting = (await listInvitations(deps, company.id)).some((invitation) => invitation.email === input.email)
      if (waiting)
        throw fieldProblem({ email: 'This e-mail address is invited. Copy the link below and send it again.' })
      const row = { ...input, id: createId(), companyId: company.id, token: createSecret(), createdAt: now() }
      await store.insertInto('invitations').values(row).execute()
      return context.json({ invitation: toInvitation(row) }, 201)
    })
    .delete('/invitations/:id', mayManage, async (context) => {
      const { id } = context.req.param()
      await store
        .deleteFrom('invitations')
        .where('id', '=', id)
        .where('companyId', '=', context.var.company.id)
        .execute()
      return context.json({ ok: true })
    })
    .patch('/:id', mayManage, async (context) => {
      const { id } = await expectPerson(deps, context.var.company, context.req.param('id'))
      const input = await readBody(context, change)
      await store.updateTable('people').set(input).where('id', '=', id).execute()
      return context.json({ ok: true })
    })
    .delete('/:id', mayManage, async (context) => {
      const { id } = await expectPerson(deps, context.var.company, context.req.param('id'))
      await store.deleteFrom('people').where('id', '=', id).execute()
      return context.json({ ok: true })
    })
}

async function requireFreeSeat({ store, now }: Deps, company: Company): Promise<void> {
  const plan = currentPlan(company, now())
  const { members } = await countCompany(store, company.id, now())
  if (members < plan.members) return
  const people = plan.members === 1 ? '1 person' : `${plan.members} people`
  throw problem(
    402,
    'seats-used-up',
    `${plan.name} is for ${people}. Choose a bigger plan under Billing to invite more.`,
  )
}

async function expectPerson({ store }: Deps, company: Company, id: string) {
  const person = (await listPeople(store, company.id)).find((candidate) => candidate.id === id)
  if (!person) throw problem(404, 'person-not-found', 'This person is not a member any more.')
  if (person.role === 'owner') throw problem(409, 'owner-stays', 'The owner keeps their role and cannot be removed.')
  return person
}

async function listInvitations({ store }: Deps, companyId: string): Promise<Invitation[]> {
  const rows = await store
    .selectFrom('invitations')
    .selectAll()
    .where('companyId', '=', companyId)
    .orderBy('createdAt')
    .execute()
  return rows.map(toInvitation)
}

function toInvitation(row: Omit<Invitation, 'path'> & { token: string }): Invitation {
  return { id: row.id, email: row.email, role: row.role, createdAt: row.createdAt, path: `/join/${row.token}` }
}
