import type { MessagePart } from '@docent/protocol'

/** A part in words: for lists, for what is read aloud, and where nothing else can draw it. */
export function partText(part: MessagePart): string {
  switch (part.type) {
    case 'text':
      return part.text
    case 'file':
      return part.name
    case 'choices':
      return part.options.map(({ label }) => label).join(', ')
    case 'form':
      return part.fields.map(({ label }) => label).join(', ')
    case 'custom':
      return part.fallback
    default:
      // A kind that came after this version: what it is called, when it says so.
      return part.title ?? ''
  }
}

export const textOfParts = (parts: readonly MessagePart[]): string =>
  parts
    .map((part) => {
      // A backend may have sent anything.
      try {
        return `${partText(part)}`
      } catch {
        return ''
      }
    })
    .filter(Boolean)
    .join('\n')
