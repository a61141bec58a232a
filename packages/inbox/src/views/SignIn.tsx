import { Icon, iconAlert, iconInfo } from '@docent/ui/parts'
import { useSignal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import type { SignInOutcome, SignInProblem } from '../session.ts'
import { Field } from './Field.tsx'
import { Mark } from './Mark.tsx'
import type { Basis } from './view-context.ts'

/** The way in: e-mail address and password, or a word about how to get a link. */
export const SignIn = ({ basis, problem }: { basis: Basis; problem: SignInProblem | undefined }) => {
  const { t, session } = basis
  const email = useSignal('')
  const password = useSignal('')
  const busy = useSignal(false)
  const refusal = useSignal('')
  const form = useRef<HTMLFormElement | null>(null)
  useEffect(() => form.current?.querySelector('input')?.focus(), [])
  const submit = async (event: Event): Promise<void> => {
    event.preventDefault()
    if (busy.peek()) return
    const fields = [...(form.current?.querySelectorAll('input') ?? [])]
    // From the fields: what a password manager fills in may come without an event.
    const [email = '', password = ''] = fields.map(({ value }) => value)
    if (!email.trim() || !password) {
      refusal.value = t('sign-in.empty')
      return fields.find(({ value }) => !value)?.focus()
    }
    busy.value = true
    const outcome = await session.signIn(email.trim(), password)
    busy.value = false
    refusal.value = wordsFor(basis, outcome)
    if (!outcome.ok) fields[1]?.select()
  }
  return (
    <main class="door">
      <div class="stack wide">
        <Mark name={t('app.title')} />
        <h1>{t('sign-in.title')}</h1>
        {problem && (
          <p class="callout" role="status">
            <Icon path={iconInfo} />
            {t(`sign-in.${problem}`)}
          </p>
        )}
        <form ref={form} class="stack" noValidate onSubmit={submit}>
          <Field
            label={t('sign-in.email')}
            type="email"
            autocomplete="username"
            value={email.value}
            onInput={(value) => void (email.value = value)}
          />
          <Field
            label={t('sign-in.password')}
            type="password"
            autocomplete="current-password"
            value={password.value}
            onInput={(value) => void (password.value = value)}
          />
          <div role="alert">
            {refusal.value && (
              <p class="callout bad">
                <Icon path={iconAlert} />
                {refusal.value}
              </p>
            )}
          </div>
          <button type="submit" class="button main full" disabled={busy.value}>
            {busy.value ? t('sign-in.submitting') : t('sign-in.submit')}
          </button>
        </form>
        <p class="quiet small">
          {t('sign-in.no-password')} <code>docent-server sign-in-link</code>
        </p>
      </div>
    </main>
  )
}

function wordsFor({ t }: Basis, outcome: SignInOutcome): string {
  if (outcome.ok) return ''
  if (outcome.code === 'rate-limited') {
    return t('sign-in.too-many', { count: Math.ceil((outcome.retryAfterMs ?? 60_000) / 1000) })
  }
  if (outcome.code === 'auth-rejected') return t('sign-in.rejected')
  return outcome.code === 'unavailable' ? t('sign-in.unavailable') : outcome.message
}
