import { useSignal } from '@preact/signals'
import type { ComponentChildren } from 'preact'
import { useEffect } from 'preact/hooks'
import { daysLeft } from '../../shared/dates.ts'
import { isOnTrial } from '../../shared/plans.ts'
import type { Company } from '../../shared/records.ts'
import { chooseHelpLanguage, helpLanguage, helpLanguages } from '../docent/help-language.ts'
import { router } from '../router/router.ts'
import { requireSession, session } from '../state/session.ts'
import { trouble } from '../state/trouble.ts'
import { CompanyMark } from './CompanyMark.tsx'

const sections = [
  ['/overview', 'Overview'],
  ['/invoices', 'Invoices'],
  ['/clients', 'Clients'],
  ['/members', 'Members'],
  ['/billing', 'Billing'],
  ['/settings', 'Settings'],
] as const

/** The frame of every page behind the sign-in: navigation at the side, or behind “Menu” on a phone. */
export function Shell({ children }: { readonly children: ComponentChildren }) {
  const isOpen = useSignal(false)
  const { company } = requireSession()
  const path = router.path.value
  useEffect(() => {
    isOpen.value = false
    trouble.message.value = undefined
  }, [path])
  return (
    <div class="shell">
      <a class="skip" href="#main">
        Skip to content
      </a>
      <header class="sidebar">
        <div class="sidebar-top">
          <a class="company" href="/overview">
            <CompanyMark company={company} />
            <span class="company-name">{company.name}</span>
          </a>
          <button
            class="button small menu-button"
            type="button"
            aria-expanded={isOpen.value}
            aria-controls="navigation"
            onClick={() => {
              isOpen.value = !isOpen.value
            }}
          >
            Menu
          </button>
        </div>
        <div class="sidebar-body" id="navigation" data-open={isOpen.value}>
          <nav aria-label="Main">
            {sections.map(([href, label]) => (
              <a key={href} href={href} aria-current={isIn(href, path) ? 'page' : undefined}>
                {label}
              </a>
            ))}
          </nav>
          <Account company={company} />
        </div>
      </header>
      <main id="main" tabIndex={-1}>
        {trouble.message.value && (
          <p class="notice bad" role="alert">
            {trouble.message.value}
          </p>
        )}
        {children}
      </main>
    </div>
  )
}

function Account({ company }: { readonly company: Company }) {
  const { person } = requireSession()
  const days = daysLeft(company.trialEndsAt, Date.now())
  return (
    <div class="account">
      {isOnTrial(company, Date.now()) && (
        <a class="trial" href="/billing">
          Trial: {days === 1 ? '1 day' : `${days} days`} left
        </a>
      )}
      <p class="account-name">{person.name}</p>
      <p class="account-email">{person.email}</p>
      <label class="help-language">
        Help in{' '}
        <select value={helpLanguage()} onChange={(event) => chooseHelpLanguage(event.currentTarget.value)}>
          {Object.entries(helpLanguages).map(([language, name]) => (
            <option key={language} value={language} lang={language}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <button class="link" type="button" onClick={() => trouble.attempt(session.signOut)} data-testid="sign-out">
        Sign out
      </button>
    </div>
  )
}

function isIn(section: string, path: string): boolean {
  return path === section || path.startsWith(`${section}/`)
}
