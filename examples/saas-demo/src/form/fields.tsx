/** Labelled controls bound to a form: name, hint and error are tied to the control for screen readers. */
import type { ComponentChildren } from 'preact'
import type { Form, Values } from './use-form.ts'

interface FieldProps<V extends Values> {
  readonly form: Form<V>
  readonly name: keyof V & string
  readonly label: string
  readonly hint?: ComponentChildren
  readonly isOptional?: boolean
  /** One sentence shown by Docent while the control has the focus. */
  readonly tip?: string
  /** What it accepts, said while the visitor is in it; with `pattern`, ticked once that is so. */
  readonly accepts?: string
  /** How to mend what was not accepted. */
  readonly mend?: string
  readonly testId?: string
}

interface TextFieldProps<V extends Values> extends FieldProps<V> {
  readonly type?: 'text' | 'email' | 'password' | 'date' | 'color'
  readonly autocomplete?: string
  readonly inputMode?: 'text' | 'numeric' | 'decimal'
  readonly placeholder?: string
  readonly maxLength?: number
  readonly pattern?: string
  readonly spellcheck?: boolean
}

export function TextField<V extends Values>(props: TextFieldProps<V>) {
  const { form, name, type = 'text', autocomplete, inputMode, placeholder, maxLength, pattern, spellcheck } = props
  return (
    <Labelled {...props}>
      <input
        {...control(props)}
        {...given({ type, autocomplete, inputMode, placeholder, maxLength, pattern, spellcheck })}
        value={form.values.value[name] ?? ''}
        onInput={(event) => form.set({ [name]: event.currentTarget.value } as Partial<V>)}
      />
    </Labelled>
  )
}

export function TextArea<V extends Values>(props: FieldProps<V> & { readonly rows?: number }) {
  const { form, name, rows = 3 } = props
  return (
    <Labelled {...props}>
      <textarea
        {...control(props)}
        rows={rows}
        value={form.values.value[name] ?? ''}
        onInput={(event) => form.set({ [name]: event.currentTarget.value } as Partial<V>)}
      />
    </Labelled>
  )
}

export function SelectField<V extends Values>(
  props: FieldProps<V> & { readonly children: ComponentChildren; readonly onChoose?: (value: string) => void },
) {
  const { form, name, children, onChoose } = props
  return (
    <Labelled {...props}>
      <select
        {...control(props)}
        value={form.values.value[name] ?? ''}
        onChange={(event) => {
          const { value } = event.currentTarget
          form.set({ [name]: value } as Partial<V>)
          onChoose?.(value)
        }}
      >
        {children}
      </select>
    </Labelled>
  )
}

function Labelled<V extends Values>(props: FieldProps<V> & { readonly children: ComponentChildren }) {
  const { form, name, label, hint, isOptional, children } = props
  const id = `${form.id}-${name}`
  const error = form.errors.value[name]
  return (
    <div class="field">
      <label for={id}>
        {label}
        {isOptional && <span class="optional"> (optional)</span>}
      </label>
      {children}
      {hint && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error && (
        <p class="error" id={`${id}-error`}>
          {error}
        </p>
      )}
    </div>
  )
}

/** Attributes that every kind of control shares. */
function control<V extends Values>({ form, name, hint, tip, accepts, mend, testId, isOptional }: FieldProps<V>) {
  const id = `${form.id}-${name}`
  const error = form.errors.value[name]
  const described = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ')
  return {
    id,
    name,
    'aria-invalid': Boolean(error),
    'aria-required': !isOptional,
    ...given({ 'aria-describedby': described || undefined, 'data-testid': testId }),
    ...given({ 'data-docent-tip': tip, 'data-docent-validate': accepts, 'data-docent-error': mend }),
  }
}

function given<T extends object>(attributes: T) {
  return Object.fromEntries(Object.entries(attributes).filter(([, value]) => value !== undefined))
}
