import type { RichText } from '@docent/protocol'

/** Addresses of the pictures in a text, however deep, as the build wrote them: relative to the help centre. */
export const picturesOf = (text: RichText): readonly string[] => [...new Set(picturesIn(text))]

function picturesIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(picturesIn)
  if (typeof value !== 'object' || value === null) return []
  const { type, src } = value as { readonly type?: unknown; readonly src?: unknown }
  if (type === 'image' && typeof src === 'string') return [src]
  return Object.values(value).flatMap(picturesIn)
}
