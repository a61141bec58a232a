import { EmptyState, iconOffline } from '@docent/ui/parts'
import type { ReadonlySignal } from '@preact/signals'
import type { Desk } from '../desk.ts'
import { DeskView } from './DeskView.tsx'
import { SignIn } from './SignIn.tsx'
import type { Basis } from './view-context.ts'

/** Who is here decides what is shown: without a session, nothing but the way to get one. */
export const App = ({ basis, desk }: { basis: Basis; desk: ReadonlySignal<Desk | undefined> }) => {
  const { session, t } = basis
  const state = session.state.value
  const open = desk.value
  if (open && state.step === 'signed-in') return <DeskView view={{ ...basis, desk: open, model: open.model }} />
  if (state.step === 'unreachable')
    return (
      <main class="door">
        <EmptyState icon={iconOffline} title={t('sign-in.unreachable-title')}>
          <p>{t('sign-in.unreachable')}</p>
          <button type="button" class="button main" onClick={() => void session.start()}>
            {t('sign-in.retry')}
          </button>
        </EmptyState>
      </main>
    )
  if (state.step === 'signed-out') return <SignIn basis={basis} problem={state.problem} />
  return <main class="door" aria-busy="true" aria-label={t('sign-in.checking')} />
}
