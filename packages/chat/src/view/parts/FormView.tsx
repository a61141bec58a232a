import type { Translate } from '@docent/core'
import type { FormPart, Json } from '@docent/protocol'
import { useSignal } from '@preact/signals'
import { useRef } from 'preact/hooks'
import { FieldView } from './FieldView.tsx'
import type { partMessages } from './part-messages.ts'
import type { Answering } from './use-answer.ts'

export type PartWords = Translate<typeof partMessages>
type Values = Readonly<Record<string, string>>

interface FormProps {
  readonly part: FormPart
  readonly answering: Answering
  readonly t: PartWords
  /** Unique on the screen. */
  readonly id: string
}

/** A form in a message. What is missing is said in words beside the button; afterwards it shows what was sent. */
export const FormView = ({ part, answering, t, id }: FormProps) => {
  const { fields } = part
  const values = useSignal<Values>({})
  const wrong = useSignal<{ readonly name: string; readonly words: string } | undefined>(undefined)
  const form = useRef<HTMLFormElement | null>(null)
  const { answer } = answering
  if (answer !== undefined) return <p>{wordsOf(part, isRecord(answer) ? answer : {})}</p>
  const submit = (event: Event): void => {
    event.preventDefault()
    const bad = fields.find((field) => !isFit(field, textOfField(values.value, field.name)))
    wrong.value = bad && {
      name: bad.name,
      words: t(textOfField(values.value, bad.name) ? 'part.email' : 'part.missing', { label: bad.label }),
    }
    if (bad) form.current?.querySelector<HTMLElement>(`[name="${CSS.escape(bad.name)}"]`)?.focus()
    else answering.send(answerOf(part, values.value), wordsOf(part, values.value))
  }
  return (
    <form ref={form} class="stack" noValidate onSubmit={submit}>
      {fields.map((field) => (
        <FieldView
          key={field.name}
          id={`${id}/${field.name}`}
          field={field}
          t={t}
          isWrong={wrong.value?.name === field.name}
          value={textOfField(values.value, field.name)}
          onChange={(value) => (values.value = { ...values.value, [field.name]: value })}
        />
      ))}
      <p class="small wrong" role="alert">
        {wrong.value?.words}
      </p>
      <button type="submit" class="button s main">
        {t('part.submit')}
      </button>
    </form>
  )
}

const isFit = ({ kind, required }: FormPart['fields'][number], value: string): boolean =>
  value.trim() ? kind !== 'email' || /^\S+@\S+\.\S+$/.test(value.trim()) : !required

const isRecord = (value: unknown): value is Values =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A rating is told as a number. */
const answerOf = ({ fields }: FormPart, values: Values): Json =>
  Object.fromEntries(
    fields.flatMap(({ name, kind }): [string, Json][] => {
      const value = textOfField(values, name)
      return value ? [[name, kind === 'rating' ? Number(value) : value]] : []
    }),
  )

/** A field may be called `constructor`, and an answer may be anything. */
const textOfField = (values: Readonly<Record<string, unknown>>, name: string): string => {
  const value = Object.hasOwn(values, name) ? values[name] : ''
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}

const wordsOf = ({ fields }: FormPart, values: Values): string =>
  fields
    .flatMap(({ name, label }) => {
      const value = textOfField(values, name)
      return value ? [`${label}: ${value}`] : []
    })
    .join('\n')
