import { type CardPart, type ChoicesPart, type FormPart, safeHref } from '@docent/protocol'

const maxLines = 20
const linesOf = (text: string): string[] =>
  [...new Set(text.split('\n').map((line) => line.trim()))].filter(Boolean).slice(0, maxLines)

/** One reply per line. */
export function choicesFrom(text: string): ChoicesPart | undefined {
  const lines = linesOf(text)
  if (lines.length === 0) return undefined
  return { type: 'choices', once: true, options: lines.map((label) => ({ value: label.slice(0, 200), label })) }
}

/** One field per line; `*` at the end means that it must be filled in, and a label about e-mail asks for an address. */
export function formFrom(text: string): FormPart | undefined {
  const lines = linesOf(text)
  if (lines.length === 0) return undefined
  const fields = lines.map((line, index) => {
    const label = line.replace(/\s*\*$/, '')
    const kind = /e-?mail/i.test(label) ? ('email' as const) : ('text' as const)
    return { name: `field-${index + 1}`, label, kind, required: line.endsWith('*') }
  })
  return { type: 'form', fields: fields.filter(({ label }) => label !== '') }
}

interface CardText {
  readonly title: string
  readonly text: string
  readonly button: string
  readonly url: string
}

/** `undefined`: it has no title, or its button leads nowhere. */
export function cardFrom({ title, text, button, url }: CardText): CardPart | undefined {
  const href = safeHref(url)
  if (title.trim() === '' || (button.trim() !== '' && !href)) return undefined
  return {
    type: 'card',
    title: title.trim(),
    ...(text.trim() !== '' && { text: text.trim() }),
    actions: button.trim() !== '' && href ? [{ label: button.trim(), url: href }] : [],
  }
}
