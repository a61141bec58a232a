import type { ComponentChildren } from 'preact'
import { formatMoney } from '../../shared/money.ts'
import type { Plan } from '../../shared/plans.ts'

interface PlanCardProps {
  readonly plan: Plan
  readonly isCurrent?: boolean
  readonly children?: ComponentChildren
}

export function PlanCard({ plan, isCurrent, children }: PlanCardProps) {
  const { id, name, pitch, priceCents, invoicesPerMonth, members, hasApi } = plan
  return (
    <article class="plan" aria-labelledby={`plan-${id}`} data-current={isCurrent}>
      <h3 id={`plan-${id}`}>
        {name} {isCurrent && <span class="tag">Your plan</span>}
      </h3>
      <p class="quiet">{pitch}</p>
      <p class="price">
        {priceCents === 0 ? 'Free' : formatMoney(priceCents).replace('.00', '')}
        {priceCents > 0 && <small> a month</small>}
      </p>
      <ul class="ticks">
        <li>{Number.isFinite(invoicesPerMonth) ? `${invoicesPerMonth} invoices a month` : 'Invoices without limit'}</li>
        <li>{members === 1 ? 'Just you' : `Up to ${members} members`}</li>
        <li>VAT by country, reverse charge</li>
        {hasApi && <li>API</li>}
      </ul>
      {children}
    </article>
  )
}
