import { Hono } from 'hono'
import { z } from 'zod'
import { planById } from '../../shared/plans.ts'
import type { Receipt } from '../../shared/records.ts'
import { countCompany, updateCompany } from '../data/companies.ts'
import type { Deps, Env } from '../env.ts'
import { problem } from '../problem.ts'
import { readBody } from '../read-body.ts'
import { createId } from '../secrets.ts'
import { requireRole } from '../session.ts'

const choice = z.object({ plan: z.enum(['starter', 'pro', 'business'], { error: 'Choose starter, pro or business.' }) })

/** No money moves in this example: a change of plan takes effect at once and writes a receipt. */
export function billingRoutes({ store, now }: Deps) {
  return new Hono<Env>()
    .get('/receipts', async (context) => {
      const receipts = await store
        .selectFrom('receipts')
        .select(['id', 'number', 'plan', 'amountCents', 'createdAt'])
        .where('companyId', '=', context.var.company.id)
        .orderBy('createdAt', 'desc')
        .execute()
      return context.json({ receipts })
    })
    .post('/plan', requireRole('change the plan', 'owner'), async (context) => {
      const { company } = context.var
      const { plan: id } = await readBody(context, choice)
      const plan = planById(id)
      if (company.plan === id) throw problem(409, 'plan-in-use', `You are on ${plan.name}.`)
      const { members } = await countCompany(store, company.id, now())
      if (members > plan.members) {
        const room = plan.members === 1 ? 'only you' : `${plan.members} people`
        throw problem(
          409,
          'too-many-members',
          `${plan.name} is for ${room}, and you are ${members}. Remove members first.`,
        )
      }
      const receipt: Receipt = {
        id: createId(),
        number: `PL-${new Date(now()).getUTCFullYear()}-${createId().slice(0, 6).toUpperCase()}`,
        plan: id,
        amountCents: plan.priceCents,
        createdAt: now(),
      }
      const changed = await store.transaction().execute(async (transaction) => {
        await transaction
          .insertInto('receipts')
          .values({ ...receipt, companyId: company.id })
          .execute()
        return updateCompany(transaction, company.id, { plan: id })
      })
      return context.json({ company: changed, receipt }, 201)
    })
}
