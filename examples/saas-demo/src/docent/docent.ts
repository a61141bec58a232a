/** All that Paperlane says to Docent. Without Docent every call does nothing and the app works as before. */
import type { Session } from '../../shared/records.ts'
import { api } from '../api/api.ts'
import { router } from '../router/router.ts'
import { caps } from './caps.ts'
import { chat } from './chat.ts'
import { checklists } from './checklists.ts'
import type { DocentGlobal } from './docent-global.ts'
import { banners, hotspots, nudges, tips, tours } from './guides.ts'
import { helpLanguage } from './help-language.ts'
import { traitsOf } from './traits.ts'

/** What people do in Paperlane, told after the server has confirmed it. */
export type ProductEvent =
  | 'account_created'
  | 'company_details_added'
  | 'client_created'
  | 'bank_account_added'
  | 'invoice_created'
  | 'invoice_sent'
  | 'invoice_paid'
  | 'member_invited'
  | 'plan_changed'

/** A call to the global, which is the queue of the script tag at first and the widget later; gone when it was blocked. */
const docent: DocentGlobal = (...call: readonly unknown[]) => {
  const target = window.Docent as ((...call: readonly unknown[]) => unknown) | undefined
  return target?.(...call)
}

/** The loader waits for `start` (`data-manual`), so the options are there first; name, accent and help come from docent-server. */
export function startDocent(): void {
  docent('options', {
    ...(helpLanguage() !== 'en' && { locale: helpLanguage() }),
    navigate: (url: string) => router.go(url),
    milestones: ['invoice_sent'],
    chat,
    checklist: { checklists },
    guide: { tours, tips, hotspots, banners, nudges },
    caps,
    // `?docent=debug` in the address shows everything there is, and why it is or is not on the screen.
    developer: true,
    // The entries of a demo stay the same for years.
    news: { unreadForDays: 3650 },
  })
  docent('start')
}

let toldVisitor: string | undefined

/** Called whenever the session was read again: signs the visitor in once, then keeps their traits true. */
function visitor(session: Session): void {
  const { id, name, email } = session.person
  const traits = traitsOf(session, Date.now())
  if (toldVisitor === id) return void docent('update', traits)
  toldVisitor = id
  docent('identify', { id, name, email, traits }, async () => (await api.docentToken()).token)
}

function signedOut(): void {
  toldVisitor = undefined
  docent('signOut')
}

function happened(event: ProductEvent): void {
  docent('track', event)
}

export const tellDocent = { visitor, signedOut, happened }
