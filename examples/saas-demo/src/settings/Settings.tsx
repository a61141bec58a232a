import { NotFound } from '../pages/NotFound.tsx'
import { PageHead } from '../parts/PageHead.tsx'
import { requireSession } from '../state/session.ts'
import { ApiSettings } from './ApiSettings.tsx'
import { BankAccountSettings } from './BankAccountSettings.tsx'
import { CompanySettings } from './CompanySettings.tsx'
import { DataSettings } from './DataSettings.tsx'
import { InvoicingSettings } from './InvoicingSettings.tsx'

const sections = [
  { id: 'company', label: 'Company', View: CompanySettings },
  { id: 'invoicing', label: 'Invoicing', View: InvoicingSettings },
  { id: 'bank-account', label: 'Bank account', View: BankAccountSettings },
  { id: 'api', label: 'API', View: ApiSettings },
  { id: 'data', label: 'Data', View: DataSettings },
] as const

export function Settings({ section }: { readonly section: string }) {
  const { role } = requireSession().person
  const chosen = sections.find(({ id }) => id === section)
  if (!chosen) return <NotFound />
  return (
    <>
      <PageHead title="Settings" />
      <nav class="tabs" aria-label="Settings">
        {sections.map(({ id, label }) => (
          <a key={id} href={`/settings/${id}`} aria-current={id === section ? 'page' : undefined}>
            {label}
          </a>
        ))}
      </nav>
      {role === 'member' && section !== 'api' && <p class="notice">The owner and admins change these settings.</p>}
      <chosen.View />
    </>
  )
}
