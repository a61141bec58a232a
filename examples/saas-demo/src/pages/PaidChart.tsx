import { today } from '../../shared/dates.ts'
import { formatMoney } from '../../shared/money.ts'
import type { Invoice } from '../../shared/records.ts'

/** What came in, for each of the last six months. */
export function PaidChart({ invoices }: { readonly invoices: readonly Invoice[] }) {
  const months = lastMonths(today(), 6).map((month) => {
    const paid = invoices.filter((invoice) => invoice.paidOn?.startsWith(month))
    return { month, cents: paid.reduce((total, invoice) => total + invoice.totalCents, 0) }
  })
  const highest = Math.max(...months.map(({ cents }) => cents))
  if (highest <= 0) return null
  return (
    <section aria-labelledby="paid">
      <h2 id="paid">Paid by month</h2>
      <ol class="bars">
        {months.map(({ month, cents }) => (
          <li key={month}>
            <span class="bar-value">{cents > 0 && formatMoney(cents)}</span>
            <span
              class={cents > 0 ? 'bar' : 'bar none'}
              style={{ blockSize: `${Math.max(2, (cents / highest) * 96)}px` }}
            />
            <span class="bar-label">{monthName(month)}</span>
          </li>
        ))}
      </ol>
    </section>
  )
}

/** `2026-09` … `2026-11`, oldest first. */
function lastMonths(day: string, count: number): readonly string[] {
  const [year = 0, month = 1] = day.split('-').map(Number)
  return Array.from({ length: count }, (_, index) => {
    return new Date(Date.UTC(year, month - count + index)).toISOString().slice(0, 7)
  })
}

function monthName(month: string): string {
  return new Intl.DateTimeFormat('en-GB', { month: 'short', timeZone: 'UTC' }).format(
    Date.parse(`${month}-01T00:00:00Z`),
  )
}
