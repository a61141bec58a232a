import type { Translate } from '@docent/core'
import { useSignal } from '@preact/signals'
import type { besideMessages } from './beside-messages.ts'

interface MailFieldProps {
  readonly known: string
  readonly t: Translate<typeof besideMessages>
  onSave(email: string): void
}

/** An address for the answer. What is wrong with it is said in words. */
export const MailField = ({ known, t, onSave }: MailFieldProps) => {
  const text = useSignal(known)
  const isWrong = useSignal(false)
  const submit = (event: Event): void => {
    event.preventDefault()
    const email = text.value.trim()
    isWrong.value = !/^\S+@\S+\.\S+$/.test(email)
    if (!isWrong.value) onSave(email)
  }
  return (
    <form noValidate onSubmit={submit}>
      <label>
        <span class="small">{t('beside.mail-field')}</span>
        <span class="row tight">
          <input
            class="input grow"
            type="email"
            autoComplete="email"
            value={text.value}
            aria-invalid={isWrong.value}
            onInput={({ currentTarget }) => void (text.value = currentTarget.value)}
          />
          <button type="submit" class="button s">
            {t('beside.save')}
          </button>
        </span>
      </label>
      <p class="small wrong" role="alert">
        {isWrong.value && t('beside.mail-wrong')}
      </p>
    </form>
  )
}
