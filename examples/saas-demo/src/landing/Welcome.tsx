import { useEffect } from 'preact/hooks'
import { trialDays } from '../../shared/plans.ts'
import { InvoiceSheet } from '../invoice/InvoiceSheet.tsx'
import { exampleClient, exampleCompany, exampleInvoice } from './example-invoice.ts'

const reasons = [
  {
    title: 'VAT that follows the client',
    text: 'Home, elsewhere in the EU, or abroad: Paperlane picks the rate and prints the sentence the law wants.',
  },
  {
    title: 'Numbers without gaps',
    text: 'Every invoice takes the next number. None is given twice, not even after one was deleted.',
  },
  {
    title: 'Nothing to learn',
    text: 'A client, a line, a date. Most people write their first invoice within ten minutes.',
  },
]

export function Welcome() {
  useEffect(() => {
    document.title = 'Paperlane: invoices for small companies'
  }, [])
  return (
    <>
      <section class="hero">
        <div class="hero-text">
          <h1>Invoices that are done before the coffee is cold.</h1>
          <p class="lead">
            Paperlane writes invoices for studios, workshops and one-person companies in Europe, with the right VAT for
            every client.
          </p>
          <p class="actions">
            <a class="button primary large" href="/sign-up">
              Start free
            </a>
            <a class="button large" href="/pricing">
              See prices
            </a>
          </p>
          <p class="quiet">{trialDays} days of Pro. No card needed.</p>
        </div>
        <div class="hero-sheet" aria-hidden="true">
          <InvoiceSheet company={exampleCompany} client={exampleClient} invoice={exampleInvoice} />
        </div>
      </section>
      <section class="reasons" aria-label="Why Paperlane">
        {reasons.map(({ title, text }) => (
          <div key={title}>
            <h2>{title}</h2>
            <p>{text}</p>
          </div>
        ))}
      </section>
    </>
  )
}
