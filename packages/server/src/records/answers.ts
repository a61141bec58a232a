import { type FormPart, isObject, type Json, type Message, TransportError } from '@docent/protocol'

const emailPattern = /^[^\s@]+@[^\s@]+\.[^\s@]+$/
const maxRating = 5

/** What an answer says, in words for the thread. Throws when the message asks no such thing. */
export function readAnswer(message: Message, value: Json): string {
  if (message.author.kind === 'visitor') throw refuse('messageId: this message asks nothing')
  for (const part of message.parts) {
    if (part.type === 'choices') {
      const option = part.options.find((each) => each.value === value)
      if (option && part.once && message.answer) throw refuse('value: this was answered already')
      if (option) return option.label
    }
    if (part.type === 'card') {
      const action = part.actions.find((each) => each.value !== undefined && each.value === value)
      if (action) return action.label
    }
    if (part.type === 'form' && isObject(value)) {
      if (message.answer) throw refuse('value: this form was filled in already')
      return readForm(part, value)
    }
  }
  throw refuse('value: is nothing that the message offers')
}

function readForm({ fields }: FormPart, value: Readonly<Record<string, unknown>>): string {
  const unknown = Object.keys(value).find((name) => !fields.some((field) => field.name === name))
  if (unknown !== undefined) throw refuse(`value.${unknown.slice(0, 50)}: the form has no such field`)
  const lines = fields.flatMap((field) => {
    const entry = value[field.name]
    const isEmpty = entry === undefined || entry === null || entry === ''
    if (isEmpty && field.required) throw refuse(`value.${field.name}: must be filled in`)
    return isEmpty ? [] : [`${field.label}: ${readField(field, entry)}`]
  })
  return lines.join('\n') || '–'
}

function readField({ name, kind, options = [] }: FormPart['fields'][number], entry: unknown): string {
  if (kind === 'rating') {
    if (typeof entry === 'number' && Number.isInteger(entry) && entry >= 1 && entry <= maxRating) return String(entry)
    throw refuse(`value.${name}: must be a number from 1 to ${maxRating}`)
  }
  if (typeof entry !== 'string') throw refuse(`value.${name}: must be text`)
  if (kind === 'email' && !emailPattern.test(entry)) throw refuse(`value.${name}: must be an e-mail address`)
  if (kind === 'select' && !options.includes(entry)) throw refuse(`value.${name}: must be one of the options`)
  return entry
}

const refuse = (what: string): TransportError => new TransportError('invalid', `input.${what}`)
