import type { Answer, Question } from '../../options.ts'
import type { DrawCard, StepDrawing } from '../draw-tour.ts'
import { element } from '../element.ts'
import { kindMessages } from './messages.ts'

/** A card that asks. What was chosen is answered by its button; without an answer the button only goes on. */
export function drawQuestion(drawing: StepDrawing, drawCard: DrawCard): void {
  const { context, control, page, place, t } = drawing
  const { step, tour } = place
  if (!step.question) return void drawCard(drawing)
  const form = element(
    page,
    'fieldset',
    { class: 'ask', 'aria-labelledby': 'docent-step-title' },
    ...fields(page, step.question),
  )
  const advance: typeof control.advance = (from, navigates) => {
    const answer = answerIn(form, step.question)
    if (answer !== undefined) {
      context.state.put({ key: `guide/${tour.id}/answer/${from}`, value: answer, merge: 'last' })
      context.track('question_answered', { tour: tour.id, step: from, answer })
    }
    control.advance(from, navigates, answer)
  }
  const own = context.translator(kindMessages)
  // Who is asked something is on no tour.
  const words: typeof t = (key, values) => (key === 'skip' ? own('decline') : t(key, values))
  const { acts } = drawCard({ ...drawing, control: { ...control, advance }, t: words })
  acts.before(form)
}

function fields(page: Document, question: Question): HTMLElement[] {
  if (question.kind === 'text')
    return [element(page, 'textarea', { 'aria-labelledby': 'docent-step-title', maxlength: '2000' })]
  const options = question.kind === 'choice' ? question.options : scaleOf(question)
  const labels = options.map((option) =>
    element(page, 'label', {}, element(page, 'input', { type: 'radio', name: 'docent-answer', value: option }), option),
  )
  if (question.kind === 'choice') return [element(page, 'div', { class: 'list' }, ...labels)]
  const { lowest, highest } = question
  const end = (text = '') => element(page, 'span', { class: 'faint' }, text)
  return [
    element(page, 'div', { class: 'scale' }, ...labels),
    ...(lowest || highest ? [element(page, 'div', { class: 'ends' }, end(lowest), end(highest))] : []),
  ]
}

const scaleOf = ({ from = 1, to = 5 }: Extract<Question, { kind: 'rating' }>): string[] =>
  Array.from({ length: to - from + 1 }, (_, place) => `${from + place}`)

function answerIn(form: HTMLElement, question: Question | undefined): Answer | undefined {
  const value = form.querySelector<HTMLInputElement>('input:checked,textarea')?.value.trim()
  return value && question?.kind === 'rating' ? Number(value) : value || undefined
}
