import { type ReadonlySignal, useSignal } from '@preact/signals'
import { problemOf } from '../api/request.ts'

export type Values = Readonly<Record<string, string>>

export interface Form<V extends Values> {
  readonly id: string
  readonly values: ReadonlySignal<V>
  /** One sentence for each field that must be mended. */
  readonly errors: ReadonlySignal<Readonly<Record<string, string>>>
  /** What failed, when it was not a field. */
  readonly failure: ReadonlySignal<string | undefined>
  readonly busy: ReadonlySignal<boolean>
  readonly saved: ReadonlySignal<boolean>
  set(change: Partial<V>): void
  onSubmit(event: Event): Promise<void>
}

/**
 * State of one form. The server checks; its sentences appear beside their fields and the first of them gets the focus.
 * @param submit sends the values; what it throws is shown
 */
export function useForm<V extends Values>(id: string, initial: V, submit: (values: V) => Promise<void>): Form<V> {
  const values = useSignal(initial)
  const errors = useSignal<Readonly<Record<string, string>>>({})
  const failure = useSignal<string | undefined>(undefined)
  const busy = useSignal(false)
  const saved = useSignal(false)

  const set = (change: Partial<V>) => {
    values.value = { ...values.value, ...change }
    saved.value = false
    errors.value = without(errors.value, Object.keys(change))
  }

  const onSubmit = async (event: Event) => {
    event.preventDefault()
    if (busy.value) return
    const formElement = event.currentTarget
    busy.value = true
    errors.value = {}
    failure.value = undefined
    try {
      await submit(values.value)
      saved.value = true
    } catch (error) {
      const { fields, message } = problemOf(error)
      errors.value = fields ?? {}
      failure.value = fields ? undefined : message
      if (formElement instanceof HTMLFormElement) focusFirstError(formElement)
    } finally {
      busy.value = false
    }
  }

  return { id, values, errors, failure, busy, saved, set, onSubmit }
}

function without(errors: Readonly<Record<string, string>>, names: readonly string[]) {
  return Object.fromEntries(Object.entries(errors).filter(([name]) => !names.includes(name)))
}

function focusFirstError(form: HTMLFormElement): void {
  requestAnimationFrame(() => form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus())
}
