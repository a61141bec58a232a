import { useId } from 'preact/hooks'
import type { AccountForm } from '../account-form.ts'

interface FieldProps {
  readonly label: string
  readonly type: 'text' | 'email' | 'password'
  readonly autocomplete: 'username' | 'email' | 'name' | 'current-password' | 'new-password'
  readonly name?: keyof AccountForm
  readonly value: string
  readonly hint?: string | undefined
  readonly problem?: string | undefined
  onInput(value: string): void
}

/** A labelled text field with what it wants, and what is wrong with what is in it. */
export const Field = ({ label, type, autocomplete, name, value, hint, problem, onInput }: FieldProps) => {
  const id = useId()
  return (
    <div class="stack tight">
      <label class="label" for={id}>
        {label}
      </label>
      <input
        id={id}
        class="field"
        type={type as 'text'}
        autocomplete={autocomplete}
        name={name}
        value={value}
        aria-invalid={problem !== undefined}
        aria-describedby={`${id}-note`}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
      <p id={`${id}-note`} class={problem ? 'problem' : 'faint'}>
        {problem ?? hint}
      </p>
    </div>
  )
}
