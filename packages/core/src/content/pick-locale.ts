/** `pt-BR`, then `pt`, then another Portuguese, then the content's own language. */
export function pickLocale(wanted: string, available: readonly string[], fallback: string): string {
  const lower = wanted.toLowerCase()
  const [language] = lower.split('-')
  const find = (test: (tag: string) => boolean): string | undefined => available.find((tag) => test(tag.toLowerCase()))
  const parents = lower.split('-').map((_, index, parts) => parts.slice(0, parts.length - index).join('-'))
  for (const parent of parents) {
    const found = find((tag) => tag === parent)
    if (found) return found
  }
  return find((tag) => tag.split('-')[0] === language) ?? fallback
}
