import { today } from '../../shared/dates.ts'
import { invoiceState } from '../../shared/invoice-state.ts'
import type { Invoice, Session } from '../../shared/records.ts'
import { requireSession } from '../state/session.ts'

interface NextStep {
  readonly href: string
  readonly title: string
  readonly why: string
}

/** What is worth doing next, read from the company's real data. At most three. */
export function NextSteps({ invoices }: { readonly invoices: readonly Invoice[] }) {
  const steps = nextSteps(requireSession(), invoices).slice(0, 3)
  if (steps.length === 0) return null
  return (
    <section aria-labelledby="next">
      <h2 id="next">Next</h2>
      <ul class="rows">
        {steps.map(({ href, title, why }) => (
          <li key={title}>
            <a class="row-link grow" href={href}>
              {title}
              <span class="quiet block">{why}</span>
            </a>
            <span aria-hidden="true">→</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function nextSteps({ company, counts }: Session, invoices: readonly Invoice[]): readonly NextStep[] {
  const overdue = invoices.filter((invoice) => invoiceState(invoice, today()) === 'overdue')
  const drafts = invoices.filter((invoice) => invoice.status === 'draft')
  const steps: NextStep[] = []
  for (const { id, number, clientName } of overdue) {
    steps.push({
      href: `/invoices/${id}`,
      title: `Follow up invoice ${number}`,
      why: `${clientName} has not paid yet.`,
    })
  }
  if (!company.address) {
    steps.push({
      href: '/settings/company',
      title: 'Add your company details',
      why: 'Address and country stand on every invoice.',
    })
  }
  if (counts.clients === 0) {
    steps.push({ href: '/clients/new', title: 'Add a client', why: 'A name and a country are enough.' })
  }
  if (!company.iban) {
    steps.push({
      href: '/settings/bank-account',
      title: 'Add your bank account',
      why: 'Invoices can be sent once they say where to pay.',
    })
  }
  if (counts.clients > 0 && invoices.length === 0) {
    steps.push({ href: '/invoices/new', title: 'Write your first invoice', why: 'VAT and due date are filled in.' })
  }
  for (const { id, number, clientName } of drafts) {
    steps.push({ href: `/invoices/${id}`, title: `Send invoice ${number}`, why: `It is a draft for ${clientName}.` })
  }
  return steps
}
