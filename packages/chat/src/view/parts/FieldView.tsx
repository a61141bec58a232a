import type { FormPart } from '@docent/protocol'
import type { PartWords } from './FormView.tsx'

interface FieldProps {
  readonly field: FormPart['fields'][number]
  readonly value: string
  /** It is what keeps the form from being sent. */
  readonly isWrong: boolean
  readonly t: PartWords
  /** Unique on the screen. */
  readonly id: string
  onChange(value: string): void
}

/** One question of a form. A rating is a choice of one to five stars. */
export const FieldView = ({ field, value, isWrong, t, id, onChange }: FieldProps) => {
  const { name, label, kind, required } = field
  const stars = ['1', '2', '3', '4', '5']
  const options = kind === 'rating' ? stars : (field.options ?? [])
  const common = { id, name, 'aria-required': required, 'aria-invalid': isWrong, class: 'input', value }
  const changed = ({ currentTarget }: { currentTarget: HTMLInputElement | HTMLSelectElement }): void =>
    onChange(currentTarget.value)
  return (
    <div class="small">
      <label for={id}>{label}</label>
      {kind === 'select' || kind === 'rating' ? (
        <select {...common} onChange={changed}>
          <option value="">{t('part.choose')}</option>
          {options.map((option) => (
            <option key={option} value={option}>
              {kind === 'rating' ? t('part.stars', { count: Number(option) }) : option}
            </option>
          ))}
        </select>
      ) : (
        <input
          {...common}
          type="text"
          inputMode={kind}
          autoComplete={kind === 'email' ? kind : 'off'}
          onInput={changed}
        />
      )}
    </div>
  )
}
