import type { Cents } from './money.ts'

export type PlanId = 'starter' | 'pro' | 'business'

export interface Plan {
  readonly id: PlanId
  readonly name: string
  /** Each month, without VAT. */
  readonly priceCents: Cents
  readonly pitch: string
  /** New invoices each calendar month. */
  readonly invoicesPerMonth: number
  /** People in the company, the owner included. */
  readonly members: number
  readonly hasApi: boolean
}

export const trialDays = 14

/** What a trial gives. */
export const trialPlan: PlanId = 'pro'

export const plans: readonly Plan[] = [
  {
    id: 'starter',
    name: 'Starter',
    priceCents: 0,
    pitch: 'For the first clients',
    invoicesPerMonth: 5,
    members: 1,
    hasApi: false,
  },
  {
    id: 'pro',
    name: 'Pro',
    priceCents: 1_200,
    pitch: 'For a studio that invoices every week',
    invoicesPerMonth: Number.POSITIVE_INFINITY,
    members: 5,
    hasApi: true,
  },
  {
    id: 'business',
    name: 'Business',
    priceCents: 2_900,
    pitch: 'For a company with a back office',
    invoicesPerMonth: Number.POSITIVE_INFINITY,
    members: 25,
    hasApi: true,
  },
]

export function planById(id: PlanId): Plan {
  const plan = plans.find((candidate) => candidate.id === id)
  if (!plan) throw new Error(`There is no plan "${id}"`)
  return plan
}

export interface Subscription {
  /** Chosen by the owner; `null` until then. */
  readonly plan: PlanId | null
  readonly trialEndsAt: number
}

/** The plan that counts now: the chosen one, else Pro during the trial, else Starter. */
export function currentPlan({ plan, trialEndsAt }: Subscription, nowMs: number): Plan {
  return planById(plan ?? (nowMs < trialEndsAt ? trialPlan : 'starter'))
}

export function isOnTrial({ plan, trialEndsAt }: Subscription, nowMs: number): boolean {
  return plan === null && nowMs < trialEndsAt
}
