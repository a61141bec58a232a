/**
 * Whether an article belongs to a path: `:name` is one segment, a final `*` any rest. The same as the `page` rule of
 * `@docent/core/rules` (a test holds both together), which would bring all rules with it.
 */
export function matchesPage(pattern: string, path: string): boolean {
  const wanted = pattern.split(/[?#]/, 1)[0]?.split('/') ?? []
  const given = path.length > 1 ? path.replace(/\/$/, '').split('/') : path.split('/')
  const isOpen = wanted.at(-1) === '*'
  if (isOpen || (wanted.at(-1) === '' && wanted.length > 2)) wanted.pop()
  if (isOpen ? given.length < wanted.length : given.length !== wanted.length) return false
  return wanted.every((segment, index) => segment === given[index] || (segment[0] === ':' && given[index] !== ''))
}
