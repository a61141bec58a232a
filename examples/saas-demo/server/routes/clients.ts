import { Hono } from 'hono'
import { z } from 'zod'
import type { Client, ClientInput, Company } from '../../shared/records.ts'
import { vatNumberProblem } from '../../shared/vat-number.ts'
import { countInvoicesOf, createClient, deleteClient, findClient, listClients, updateClient } from '../data/clients.ts'
import type { Deps, Env } from '../env.ts'
import { country, optionalEmail, optionalText, requiredText, vatNumber } from '../fields.ts'
import { problem } from '../problem.ts'
import { checkFields, fieldProblem, readJson } from '../read-body.ts'

const clientFields = z.object({
  name: requiredText('Enter the name of the client, as it stands on the invoice.'),
  email: optionalEmail,
  address: optionalText(),
  country,
  vatNumber,
})

export function clientRoutes({ store, now }: Deps) {
  const expectClient = async (company: Company, id: string): Promise<Client> => {
    const client = await findClient(store, company.id, id)
    if (!client) throw problem(404, 'client-not-found', 'This client does not exist any more.')
    return client
  }
  return new Hono<Env>()
    .get('/', async (context) => context.json({ clients: await listClients(store, context.var.company.id) }))
    .post('/', async (context) => {
      const input = checkClient(await readJson(context))
      return context.json({ client: await createClient(store, context.var.company.id, input, now()) }, 201)
    })
    .get('/:id', async (context) => {
      return context.json({ client: await expectClient(context.var.company, context.req.param('id')) })
    })
    .patch('/:id', async (context) => {
      const { company } = context.var
      const before = await expectClient(company, context.req.param('id'))
      const input = checkClient({ ...before, ...(await readJson(context)) })
      return context.json({ client: await updateClient(store, company.id, before.id, input) })
    })
    .delete('/:id', async (context) => {
      const { company } = context.var
      const { id, name } = await expectClient(company, context.req.param('id'))
      const invoices = await countInvoicesOf(store, id)
      if (invoices > 0) {
        const count = invoices === 1 ? '1 invoice' : `${invoices} invoices`
        throw problem(
          409,
          'client-has-invoices',
          `${name} has ${count}, so it cannot be deleted. Delete its drafts first.`,
        )
      }
      await deleteClient(store, company.id, id)
      return context.json({ ok: true })
    })
}

function checkClient(value: object): ClientInput {
  const input = checkFields(clientFields, value)
  const message = vatNumberProblem(input.country, input.vatNumber)
  if (message) throw fieldProblem({ vatNumber: message })
  return input
}
