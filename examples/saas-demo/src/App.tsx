import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { InvoiceEditor } from './invoice/InvoiceEditor.tsx'
import { InvoiceList } from './invoice/InvoiceList.tsx'
import { InvoicePage } from './invoice/InvoicePage.tsx'
import { Pricing } from './landing/Pricing.tsx'
import { Welcome } from './landing/Welcome.tsx'
import { Billing } from './pages/Billing.tsx'
import { ClientEditor } from './pages/ClientEditor.tsx'
import { ClientList } from './pages/ClientList.tsx'
import { Join } from './pages/Join.tsx'
import { Members } from './pages/Members.tsx'
import { NotFound } from './pages/NotFound.tsx'
import { Overview } from './pages/Overview.tsx'
import { SignIn } from './pages/SignIn.tsx'
import { SignUp } from './pages/SignUp.tsx'
import { PublicShell } from './parts/PublicShell.tsx'
import { Shell } from './parts/Shell.tsx'
import { matchPath } from './router/match-path.ts'
import { router } from './router/router.ts'
import { Settings } from './settings/Settings.tsx'
import { session } from './state/session.ts'

type Parts = Readonly<Record<string, string>>
type Page = (parts: Parts) => ComponentChildren

/** For everybody. */
const publicPages: Readonly<Record<string, Page>> = {
  '/': () => <Welcome />,
  '/pricing': () => <Pricing />,
  '/sign-in': () => <SignIn />,
  '/sign-up': () => <SignUp />,
  '/join/:token': ({ token = '' }) => <Join token={token} />,
}

/** For people who are signed in. The first that fits is shown. */
const privatePages: Readonly<Record<string, Page>> = {
  '/overview': () => <Overview />,
  '/invoices': () => <InvoiceList />,
  '/invoices/new': () => <InvoiceEditor />,
  '/invoices/:id': ({ id = '' }) => <InvoicePage id={id} />,
  '/invoices/:id/edit': ({ id = '' }) => <InvoiceEditor id={id} key={id} />,
  '/clients': () => <ClientList />,
  '/clients/new': () => <ClientEditor />,
  '/clients/:id': ({ id = '' }) => <ClientEditor id={id} key={id} />,
  '/members': () => <Members />,
  '/billing': () => <Billing />,
  '/settings': () => <Settings section="company" />,
  '/settings/:section': ({ section = '' }) => <Settings section={section} />,
}

export function App() {
  const path = router.path.value
  useFocusOnArrival(path)
  const open = find(publicPages, path)
  if (open) return <PublicShell>{open}</PublicShell>
  const closed = find(privatePages, path)
  if (!closed) return <PublicShell>{<NotFound />}</PublicShell>
  if (session.current.value) return <Shell>{closed}</Shell>
  if (session.current.value === null) return <ToSignIn />
  return session.failure.value ? <Unreachable message={session.failure.value} /> : null
}

/** After a change of page the focus is in the new page, not on a link that is gone. */
function useFocusOnArrival(path: string): void {
  const before = useRef(path)
  useEffect(() => {
    if (before.current === path) return
    before.current = path
    document.getElementById('main')?.focus({ preventScroll: true })
  }, [path])
}

function find(pages: Readonly<Record<string, Page>>, path: string): ComponentChildren {
  for (const [pattern, page] of Object.entries(pages)) {
    const parts = matchPath(pattern, path)
    if (parts) return page(parts)
  }
  return undefined
}

/** Remembers the page that was asked for, for after the sign-in. */
function ToSignIn() {
  useEffect(() => router.replace(`/sign-in?next=${encodeURIComponent(router.path.peek())}`), [])
  return null
}

function Unreachable({ message }: { readonly message: string }) {
  return (
    <main class="empty">
      <p role="alert">{message}</p>
      <button class="button" type="button" onClick={session.refresh}>
        Try again
      </button>
    </main>
  )
}
