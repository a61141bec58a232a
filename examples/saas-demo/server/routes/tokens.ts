import { Hono } from 'hono'
import { z } from 'zod'
import { currentPlan } from '../../shared/plans.ts'
import type { Deps, Env } from '../env.ts'
import { requiredText } from '../fields.ts'
import { problem } from '../problem.ts'
import { readBody } from '../read-body.ts'
import { createId, createSecret, hashSecret } from '../secrets.ts'

const input = z.object({ name: requiredText('Name the token after what uses it, for example “Shop”.', 60) })

/** Personal API tokens: they act as the person who made them. The secret is shown once and kept as a hash. */
export function tokenRoutes({ store, now }: Deps) {
  return new Hono<Env>()
    .get('/', async (context) => {
      const tokens = await store
        .selectFrom('apiTokens')
        .select(['id', 'name', 'lastFour', 'createdAt'])
        .where('personId', '=', context.var.person.id)
        .orderBy('createdAt')
        .execute()
      return context.json({ tokens })
    })
    .post('/', async (context) => {
      const { company, person } = context.var
      const { name } = await readBody(context, input)
      if (!currentPlan(company, now()).hasApi) {
        throw problem(402, 'plan-without-api', 'The API is part of Pro and Business. Change the plan under Billing.')
      }
      const secret = createSecret('pl_')
      const token = { id: createId(), name, lastFour: secret.slice(-4), createdAt: now() }
      await store
        .insertInto('apiTokens')
        .values({ ...token, personId: person.id, tokenHash: hashSecret(secret) })
        .execute()
      return context.json({ token, secret }, 201)
    })
    .delete('/:id', async (context) => {
      const { id } = context.req.param()
      await store.deleteFrom('apiTokens').where('id', '=', id).where('personId', '=', context.var.person.id).execute()
      return context.json({ ok: true })
    })
}
