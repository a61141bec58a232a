import type { Signal } from '@preact/signals'
import { lineNetCents } from '../../shared/invoice-totals.ts'
import { formatMoney } from '../../shared/money.ts'
import { vatRates } from '../../shared/vat-choice.ts'
import type { Form, Values } from '../form/use-form.ts'
import { requireSession } from '../state/session.ts'
import { countableLine, emptyLine, type LineDraft } from './line-draft.ts'

interface LineEditorProps<V extends Values> {
  readonly lines: Signal<readonly LineDraft[]>
  readonly form: Form<V>
  /** VAT rate that an added line starts with. */
  readonly nextRate: number
}

export function LineEditor<V extends Values>({ lines, form, nextRate }: LineEditorProps<V>) {
  const rates = vatRates(
    requireSession().company,
    lines.value.map((line) => line.vatRate),
  )
  const change = (key: number, to: Partial<LineDraft>) => {
    lines.value = lines.value.map((line) => (line.key === key ? { ...line, ...to } : line))
  }
  return (
    <fieldset class="lines">
      <legend>Lines</legend>
      {form.errors.value.lines && <p class="error">{form.errors.value.lines}</p>}
      {lines.value.map((line, index) => (
        <Line
          key={line.key}
          line={line}
          index={index}
          rates={rates}
          errors={form.errors.value}
          onChange={(to) => change(line.key, to)}
          onRemove={
            lines.value.length > 1 ? () => (lines.value = lines.value.filter(({ key }) => key !== line.key)) : undefined
          }
        />
      ))}
      <button
        class="button small"
        type="button"
        onClick={() => (lines.value = [...lines.value, emptyLine(nextRate)])}
        data-testid="add-line"
      >
        Add line
      </button>
    </fieldset>
  )
}

interface LineProps {
  readonly line: LineDraft
  readonly index: number
  readonly rates: readonly number[]
  readonly errors: Readonly<Record<string, string>>
  readonly onChange: (to: Partial<LineDraft>) => void
  readonly onRemove: (() => void) | undefined
}

function Line({ line, index, rates, errors, onChange, onRemove }: LineProps) {
  const cell = (name: 'description' | 'quantity' | 'price', label: string, extra: Extra = {}) => (
    <Cell
      id={`line-${index}-${name}`}
      label={label}
      area={name}
      value={line[name]}
      error={errors[`lines.${index}.${name === 'price' ? 'unitCents' : name}`]}
      extra={extra}
      onInput={(value) => onChange({ [name]: value })}
    />
  )
  return (
    <div class="line" role="group" aria-label={`Line ${index + 1}`}>
      {cell('description', 'Description')}
      {cell('quantity', 'Quantity', { inputMode: 'decimal' })}
      {cell('price', 'Price in €', { inputMode: 'decimal', placeholder: '0.00' })}
      <div class="field vat">
        <label for={`line-${index}-vat`}>VAT</label>
        <select
          id={`line-${index}-vat`}
          value={String(line.vatRate)}
          onChange={(event) => onChange({ vatRate: Number(event.currentTarget.value), isVatChosen: true })}
        >
          {rates.map((rate) => (
            <option key={rate} value={String(rate)}>
              {rate}%
            </option>
          ))}
        </select>
      </div>
      <p class="line-net number">
        <span class="hidden">Net </span>
        {formatMoney(lineNetCents(countableLine(line)))}
      </p>
      <div class="line-remove">
        {onRemove && (
          <button class="button small" type="button" onClick={onRemove}>
            Remove<span class="hidden"> line {index + 1}</span>
          </button>
        )}
      </div>
    </div>
  )
}

/** How a phone's keyboard and an empty field look. */
interface Extra {
  readonly inputMode?: 'decimal'
  readonly placeholder?: string
}

interface CellProps {
  readonly id: string
  readonly label: string
  readonly area: string
  readonly value: string
  readonly error: string | undefined
  readonly extra: Extra
  readonly onInput: (value: string) => void
}

function Cell({ id, label, area, value, error, extra, onInput }: CellProps) {
  const described = error ? { 'aria-describedby': `${id}-error` } : {}
  return (
    <div class={`field ${area}`}>
      <label for={id}>{label}</label>
      <input
        id={id}
        value={value}
        autocomplete="off"
        aria-invalid={Boolean(error)}
        onInput={(event) => onInput(event.currentTarget.value)}
        {...described}
        {...extra}
      />
      {error && (
        <p class="error" id={`${id}-error`}>
          {error}
        </p>
      )}
    </div>
  )
}
