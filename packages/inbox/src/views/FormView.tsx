import { type FormPart, isObject, type Json } from '@docent/protocol'
import type { ViewContext } from './view-context.ts'

interface FormViewProps {
  readonly view: ViewContext
  readonly part: FormPart
  readonly answer: Json | undefined
}

/** What a form asks, and what was filled in. */
export const FormView = ({ view: { t }, part, answer }: FormViewProps) => {
  const given: Readonly<Record<string, unknown>> = isObject(answer) ? answer : {}
  return (
    <dl class="piece">
      {part.fields.map(({ name, label, kind, required }) => {
        // A field may be called `constructor`, and an answer may be anything.
        const value = Object.hasOwn(given, name) ? given[name] : undefined
        const words = typeof value === 'object' ? JSON.stringify(value) : String(value)
        return (
          <div key={name} class="row tight">
            <dt class="grow">{required ? t('part.required', { label }) : label}</dt>
            <dd>{value === undefined ? t(`part.${kind}`) : words}</dd>
          </div>
        )
      })}
    </dl>
  )
}
