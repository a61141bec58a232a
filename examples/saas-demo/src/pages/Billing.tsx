import { useSignal } from '@preact/signals'
import { daysLeft, formatDay, today } from '../../shared/dates.ts'
import { formatMoney } from '../../shared/money.ts'
import { currentPlan, isOnTrial, type Plan, planById, plans } from '../../shared/plans.ts'
import type { Receipt } from '../../shared/records.ts'
import { api } from '../api/api.ts'
import { tellDocent } from '../docent/docent.ts'
import { ConfirmDialog } from '../parts/ConfirmDialog.tsx'
import { Loading } from '../parts/Loading.tsx'
import { PageHead } from '../parts/PageHead.tsx'
import { PlanCard } from '../parts/PlanCard.tsx'
import { requireSession, session } from '../state/session.ts'
import { useLoad } from '../state/use-load.ts'

export function Billing() {
  const { company, person } = requireSession()
  const receipts = useLoad(api.receipts, company.plan ?? '')
  const choice = useSignal<Plan | undefined>(undefined)
  const choose = async (plan: Plan) => {
    await api.choosePlan(plan.id)
    await session.refresh()
    tellDocent.happened('plan_changed')
  }
  return (
    <>
      <PageHead title="Billing" />
      <Standing />
      <section aria-labelledby="plans">
        <h2 id="plans">Plans</h2>
        <div class="plans">
          {plans.map((plan) => (
            <PlanCard key={plan.id} plan={plan} isCurrent={company.plan === plan.id}>
              {company.plan !== plan.id && person.role === 'owner' && (
                <button
                  class="button"
                  type="button"
                  onClick={() => (choice.value = plan)}
                  data-testid={`choose-${plan.id}`}
                >
                  Choose {plan.name}
                </button>
              )}
            </PlanCard>
          ))}
        </div>
        <p class="hint">
          {person.role === 'owner'
            ? 'Prices are without VAT. This example takes no payment.'
            : 'Only the owner can change the plan.'}
        </p>
      </section>
      <section aria-labelledby="receipts">
        <h2 id="receipts">Receipts</h2>
        <Loading loaded={receipts}>{(data) => <Receipts receipts={data.receipts} />}</Loading>
      </section>
      {choice.value && (
        <ChangeDialog plan={choice.value} onConfirm={choose} onClose={() => (choice.value = undefined)} />
      )}
    </>
  )
}

/** Which plan counts, until when, and how much of it is used. */
function Standing() {
  const { company, counts } = requireSession()
  const now = Date.now()
  const plan = currentPlan(company, now)
  const days = daysLeft(company.trialEndsAt, now)
  const lastDay = formatDay(today(new Date(company.trialEndsAt)))
  const invoiceLimit = Number.isFinite(plan.invoicesPerMonth) ? `of ${plan.invoicesPerMonth}` : 'no limit'
  return (
    <section class="standing" aria-label="Your plan">
      <div>
        <p class="figure-label">Your plan</p>
        <p class="figure">{isOnTrial(company, now) ? `${plan.name}, trial` : plan.name}</p>
        {isOnTrial(company, now) && (
          <p class="quiet">
            Ends on {lastDay}, {days === 1 ? '1 day' : `${days} days`} left. Then Starter; nothing is deleted.
          </p>
        )}
      </div>
      <div>
        <p class="figure-label">Invoices this month</p>
        <p class="figure">
          {counts.invoicesThisMonth} <small>{invoiceLimit}</small>
        </p>
      </div>
      <div>
        <p class="figure-label">Members</p>
        <p class="figure">
          {counts.members} <small>of {plan.members}</small>
        </p>
      </div>
    </section>
  )
}

function ChangeDialog(props: {
  readonly plan: Plan
  readonly onConfirm: (plan: Plan) => Promise<void>
  readonly onClose: () => void
}) {
  const { plan, onConfirm, onClose } = props
  const price = plan.priceCents === 0 ? 'It is free.' : `It costs ${formatMoney(plan.priceCents)} a month, without VAT.`
  return (
    <ConfirmDialog
      title={`Change to ${plan.name}?`}
      confirm={`Change to ${plan.name}`}
      tone="primary"
      onConfirm={() => onConfirm(plan)}
      onClose={onClose}
    >
      <p>{price} The change takes effect at once, ends a trial, and writes a receipt.</p>
    </ConfirmDialog>
  )
}

function Receipts({ receipts }: { readonly receipts: readonly Receipt[] }) {
  if (receipts.length === 0) return <p class="quiet">The first receipt appears when you choose a plan.</p>
  return (
    <table class="list">
      <thead>
        <tr>
          <th scope="col">Receipt</th>
          <th scope="col">Date</th>
          <th scope="col">Plan</th>
          <th scope="col" class="end">
            Amount
          </th>
        </tr>
      </thead>
      <tbody>
        {receipts.map((receipt) => (
          <tr key={receipt.id}>
            <th scope="row" class="number">
              {receipt.number}
            </th>
            <td>{formatDay(today(new Date(receipt.createdAt)))}</td>
            <td>{planById(receipt.plan).name}</td>
            <td class="end number">{formatMoney(receipt.amountCents)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
