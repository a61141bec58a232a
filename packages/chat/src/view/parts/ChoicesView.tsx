import type { ChoicesPart } from '@docent/protocol'
import type { Answering } from './use-answer.ts'

/** Quick replies. The chosen one stays marked; where one answer is all that is wanted, the others go. */
export const ChoicesView = ({ part, answering }: { part: ChoicesPart; answering: Answering }) => {
  const { answer } = answering
  const shown = part.once && answer !== undefined ? part.options.filter(({ value }) => value === answer) : part.options
  return (
    <div class="acts">
      {shown.map(({ value, label }) => (
        <button
          key={value}
          type="button"
          class="chip"
          aria-pressed={value === answer}
          disabled={part.once && answer !== undefined}
          onClick={() => answering.send(value, label)}
        >
          {label}
        </button>
      ))}
    </div>
  )
}
