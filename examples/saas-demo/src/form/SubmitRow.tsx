import type { ComponentChildren } from 'preact'
import type { Form, Values } from './use-form.ts'

interface SubmitRowProps<V extends Values> {
  readonly form: Form<V>
  readonly label: string
  /** Said when it worked. @default 'Saved' */
  readonly done?: string
  readonly tone?: 'primary' | 'danger'
  readonly testId?: string
  /** Further buttons, after the main one. */
  readonly children?: ComponentChildren
}

/** The foot of a form: what failed, the main button, and “Saved” once it is. */
export function SubmitRow<V extends Values>({
  form,
  label,
  done = 'Saved',
  tone = 'primary',
  testId,
  children,
}: SubmitRowProps<V>) {
  const errorCount = Object.keys(form.errors.value).length
  return (
    <>
      {form.failure.value && (
        <p class="notice bad" role="alert">
          {form.failure.value}
        </p>
      )}
      <div class="actions">
        <button class={`button ${tone}`} type="submit" aria-disabled={form.busy.value} data-testid={testId}>
          {label}
        </button>
        {children}
        <span class="status" role="status">
          {form.saved.value && done}
          {errorCount > 0 &&
            (errorCount === 1 ? 'One field needs another look.' : `${errorCount} fields need another look.`)}
        </span>
      </div>
    </>
  )
}
