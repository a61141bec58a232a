import { Hono } from 'hono'
import { addDays } from '../../shared/dates.ts'
import { currentPlan } from '../../shared/plans.ts'
import type { Company, Invoice, InvoiceInput } from '../../shared/records.ts'
import { findClient } from '../data/clients.ts'
import { countCompany } from '../data/companies.ts'
import { createInvoice, deleteInvoice, findInvoice, listInvoices, updateInvoice } from '../data/invoices.ts'
import type { Deps, Env } from '../env.ts'
import { checkInvoice } from '../invoice-fields.ts'
import { problem } from '../problem.ts'
import { readJson } from '../read-body.ts'
import { utcDay } from '../utc-day.ts'
import { invoiceStatusRoutes } from './invoice-status.ts'

export function invoiceRoutes(deps: Deps) {
  const { store, now } = deps
  const read = async (company: Company, value: object): Promise<InvoiceInput> =>
    checkInvoice(value, { company, today: utcDay(now()), findClient: (id) => findClient(store, company.id, id) })

  return new Hono<Env>()
    .get('/', async (context) => context.json({ invoices: await listInvoices(store, context.var.company.id) }))
    .post('/', async (context) => {
      const { company } = context.var
      const input = await read(company, await readJson(context))
      await requireRoomForInvoice(deps, company)
      return context.json({ invoice: await createInvoice(store, company.id, input, now()) }, 201)
    })
    .route('/', invoiceStatusRoutes(deps))
    .get('/:id', async (context) => {
      return context.json({ invoice: await expectInvoice(deps, context.var.company, context.req.param('id')) })
    })
    .patch('/:id', async (context) => {
      const { company } = context.var
      const before = await expectInvoice(deps, company, context.req.param('id'))
      if (before.status !== 'draft') {
        throw problem(
          409,
          'invoice-sent',
          `Invoice ${before.number} was sent and stays as it is. Duplicate it and correct the copy.`,
        )
      }
      const input = await read(company, { ...before, ...(await readJson(context)) })
      return context.json({ invoice: await updateInvoice(store, company.id, before.id, input) })
    })
    .delete('/:id', async (context) => {
      const { company } = context.var
      const { id, number, status } = await expectInvoice(deps, company, context.req.param('id'))
      if (status === 'paid') {
        throw problem(
          409,
          'invoice-paid',
          `Invoice ${number} is paid and belongs to your books. Mark it as not paid first.`,
        )
      }
      await deleteInvoice(store, company.id, id)
      return context.json({ ok: true })
    })
    .post('/:id/duplicate', async (context) => {
      const { company } = context.var
      const { clientId, lines, note } = await expectInvoice(deps, company, context.req.param('id'))
      await requireRoomForInvoice(deps, company)
      const issuedOn = utcDay(now())
      const copy = { clientId, lines, note, issuedOn, dueOn: addDays(issuedOn, company.paymentDays) }
      return context.json({ invoice: await createInvoice(store, company.id, copy, now()) }, 201)
    })
}

export async function expectInvoice({ store }: Deps, company: Company, id: string): Promise<Invoice> {
  const invoice = await findInvoice(store, company.id, id)
  if (!invoice) throw problem(404, 'invoice-not-found', 'This invoice does not exist any more.')
  return invoice
}

async function requireRoomForInvoice({ store, now }: Deps, company: Company): Promise<void> {
  const plan = currentPlan(company, now())
  const { invoicesThisMonth } = await countCompany(store, company.id, now())
  if (invoicesThisMonth < plan.invoicesPerMonth) return
  const limit = `${plan.name} has ${plan.invoicesPerMonth} new invoices a month, and you have written them all.`
  throw problem(402, 'invoices-used-up', `${limit} Choose Pro under Billing, or wait for the 1st.`)
}
