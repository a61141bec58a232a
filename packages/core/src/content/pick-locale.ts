/** `pt-BR`, then `pt`, then another Portuguese, then the content's own language. */
export function pickLocale(wanted: string, available: readonly string[], fallback: string): string {
  const tag = wanted.toLowerCase()
  const parent = tag.replace(/-?[^-]*$/, '')
  const find = (isIt: (other: string) => boolean): string | undefined =>
    available.find((other) => isIt(other.toLowerCase()))
  return (
    find((other) => other === tag) ??
    (parent ? pickLocale(parent, available, fallback) : (find((other) => other.startsWith(`${tag}-`)) ?? fallback))
  )
}
