import type { Agent } from '@docent/protocol'
import { useSignal } from '@preact/signals'
import { useRef } from 'preact/hooks'
import { type AccountForm, checkAccount, minPasswordLength, toAccountChange } from '../account-form.ts'
import { Dialog } from './Dialog.tsx'
import { Field } from './Field.tsx'
import type { ViewContext } from './view-context.ts'

/** Name, e-mail address and password: asked for after the first sign-in by link, and there in the settings ever after. */
export const AccountDialog = ({ view, onClose }: { view: ViewContext; onClose(): void }) => {
  const { t, session, desk, model } = view
  const { agent, hasPassword = agent.email !== undefined } = accountOf(view)
  const isNew = !hasPassword
  const form = useSignal(formOf(model.me.peek()))
  const checked = useSignal(false)
  const element = useRef<HTMLFormElement | null>(null)
  const busy = useSignal(false)
  const failure = useSignal('')
  const problems = checked.value ? checkAccount(form.value, isNew) : {}
  const change = (key: keyof AccountForm) => (value: string) => void (form.value = { ...form.peek(), [key]: value })
  const save = async (event: Event, close: () => void): Promise<void> => {
    event.preventDefault()
    checked.value = true
    const [wrong] = Object.keys(checkAccount(form.peek(), isNew))
    if (wrong) return element.current?.querySelector<HTMLElement>(`[name=${wrong}]`)?.focus()
    if (busy.peek()) return
    busy.value = true
    failure.value = ''
    try {
      const input = toAccountChange(form.peek())
      await desk.updateAccount(input)
      session.changed({
        agent: { ...agent, ...(input.name && { name: input.name }), ...(input.email && { email: input.email }) },
      })
      close()
    } catch (error) {
      failure.value = (error as Error).message.replace(/^input\.\w+: /, '')
    }
    busy.value = false
  }
  return (
    <Dialog title={t(isNew ? 'account.title' : 'account.edit-title')} onClose={onClose}>
      {(close) => (
        <form ref={element} class="stack" noValidate onSubmit={(event) => void save(event, close)}>
          <p class="quiet">{t(isNew ? 'account.why' : 'account.edit-why')}</p>
          <Field
            label={t('account.name')}
            type="text"
            autocomplete="name"
            name="name"
            value={form.value.name}
            hint={t('account.name-hint')}
            problem={problems.name && t('account.name-missing')}
            onInput={change('name')}
          />
          <Field
            label={t('account.email')}
            type="email"
            autocomplete="username"
            name="email"
            value={form.value.email}
            problem={problems.email && t('account.email-invalid')}
            onInput={change('email')}
          />
          <Field
            label={t(isNew ? 'account.password' : 'account.new-password')}
            type="password"
            autocomplete="new-password"
            name="password"
            value={form.value.password}
            hint={isNew ? t('account.password-hint') : t('account.keep-password')}
            problem={
              problems.password &&
              t('account.password-short', { count: minPasswordLength - form.value.password.length })
            }
            onInput={change('password')}
          />
          <div role="alert">
            {failure.value && <p class="problem">{t('account.failed', { why: failure.value })}</p>}
          </div>
          <div class="row tight actions">
            <button type="button" class="button plain" onClick={close}>
              {t(isNew ? 'account.later' : 'account.cancel')}
            </button>
            <button type="submit" class="button main" disabled={busy.value}>
              {t(busy.value ? 'account.saving' : isNew ? 'account.save' : 'account.save-changes')}
            </button>
          </div>
        </form>
      )}
    </Dialog>
  )
}

/** The first owner has a name that nobody chose. */
const formOf = ({ name, email, role }: Agent): AccountForm =>
  email === undefined && role === 'owner'
    ? { name: '', email: '', password: '' }
    : { name, email: email ?? '', password: '' }

const accountOf = ({ session, desk }: ViewContext) => {
  const state = session.state.value
  return state.step === 'signed-in' ? state.account : desk.account
}
