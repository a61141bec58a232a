import type { Context } from 'hono'
import { Hono } from 'hono'
import { z } from 'zod'
import type { Company, Parties } from '../../shared/records.ts'
import { findClient } from '../data/clients.ts'
import { setInvoiceStatus } from '../data/invoices.ts'
import type { Deps, Env } from '../env.ts'
import { day } from '../fields.ts'
import { problem } from '../problem.ts'
import { readBody } from '../read-body.ts'
import { utcDay } from '../utc-day.ts'
import { expectInvoice } from './invoices.ts'

const onDay = z.object({ on: day('day').optional() })

/** An invoice goes draft → sent → paid; only the last step can be taken back. */
export function invoiceStatusRoutes(deps: Deps) {
  const { store, now } = deps
  const load = (context: Context<Env, '/:id/send'>) => expectInvoice(deps, context.var.company, context.req.param('id'))
  const readDay = async (context: Context) => (await readBody(context, onDay)).on ?? utcDay(now())

  return new Hono<Env>()
    .post('/:id/send', async (context) => {
      const { company } = context.var
      const { id, number, status, clientId } = await load(context)
      const sentOn = await readDay(context)
      if (status !== 'draft') throw problem(409, 'invoice-sent', `Invoice ${number} was sent before.`)
      if (!company.iban) {
        throw problem(
          409,
          'bank-account-missing',
          'Add your bank account in Settings first: the invoice says where to pay.',
        )
      }
      const client = await findClient(store, company.id, clientId)
      const parties = JSON.stringify({ seller: sellerOf(company), client })
      return context.json({
        invoice: await setInvoiceStatus(store, company.id, id, { status: 'sent', sentOn, parties }),
      })
    })
    .post('/:id/pay', async (context) => {
      const { id, number, status } = await load(context)
      const paidOn = await readDay(context)
      if (status === 'draft')
        throw problem(409, 'invoice-draft', `Invoice ${number} is a draft. Mark it as sent first.`)
      if (status === 'paid') throw problem(409, 'invoice-paid', `Invoice ${number} is paid.`)
      const paid = { status: 'paid', paidOn } as const
      return context.json({ invoice: await setInvoiceStatus(store, context.var.company.id, id, paid) })
    })
    .post('/:id/unpay', async (context) => {
      const { id, number, status } = await load(context)
      if (status !== 'paid') throw problem(409, 'invoice-not-paid', `Invoice ${number} is not marked as paid.`)
      const unpaid = { status: 'sent', paidOn: null } as const
      return context.json({ invoice: await setInvoiceStatus(store, context.var.company.id, id, unpaid) })
    })
}

/** What of a company stands on its invoices. */
function sellerOf(company: Company): Parties['seller'] {
  const { name, initials, colour, address, country, vatNumber, defaultVatRate, iban, bic, accountHolder } = company
  return { name, initials, colour, address, country, vatNumber, defaultVatRate, iban, bic, accountHolder }
}
