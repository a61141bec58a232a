import { isOnTrial } from '../../shared/plans.ts'
import type { Session } from '../../shared/records.ts'
import type { Traits } from './docent-global.ts'

const dayMs = 86_400_000

/** What Docent's rules and agents may know: facts about the account, nothing of what is in its invoices. */
export function traitsOf({ person, company, counts }: Session, nowMs: number): Traits {
  return {
    company: company.name,
    role: person.role,
    plan: isOnTrial(company, nowMs) ? 'trial' : (company.plan ?? 'starter'),
    ...(isOnTrial(company, nowMs) && { trialDaysLeft: Math.ceil((company.trialEndsAt - nowMs) / dayMs) }),
    signedUpAt: new Date(person.createdAt).toISOString(),
    hasCompanyDetails: company.address !== '',
    hasBankAccount: company.iban !== '',
    clients: counts.clients,
    invoices: counts.invoices,
    sentInvoices: counts.sentInvoices,
    members: counts.members,
  }
}
