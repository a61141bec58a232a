import { hasTexts } from './is-message.ts'
import type { MessagePart } from './message.ts'

const areAll = (values: unknown, needed: readonly string[], optional?: readonly string[]): boolean =>
  Array.isArray(values) && values.every((value) => hasTexts(value, needed, optional))

/**
 * A part that can be drawn, whatever a backend has sent: it has what its kind cannot be drawn without. A kind that this version does not
 * know is drawn by its title, or not at all.
 */
export function isPart(part: unknown): part is MessagePart {
  if (!hasTexts(part, ['type'], ['title', 'text', 'url', 'articleId', 'name'])) return false
  switch (part.type) {
    case 'text':
      return hasTexts(part, ['text'])
    case 'file':
      return hasTexts(part, ['name', 'mime']) && hasTexts(part.file, ['id', 'url'])
    case 'choices':
      return areAll(part.options, ['value', 'label'])
    case 'card':
      return areAll(part.actions, ['label'], ['value', 'url']) && (!part.image || hasTexts(part.image, ['url']))
    case 'form':
      return (
        areAll(part.fields, ['name', 'label', 'kind']) &&
        (part.fields as { options?: unknown }[]).every(({ options }) => !options || Array.isArray(options))
      )
    case 'custom':
      return hasTexts(part, ['name', 'fallback'])
    default:
      return true
  }
}
