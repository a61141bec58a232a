/**
 * Whether an article belongs to a path: `:name` is one segment, a final `*` any rest. The same as the `page` rule of
 * `@docent/core/rules` (a test holds both together), which would bring all rules with it.
 */
export function matchesPage(pattern: string, path: string): boolean {
  const wanted = segmentsOf(pattern.replace(/[?#].*/, ''))
  const given = segmentsOf(path)
  const isOpen = wanted.at(-1) === '*'
  if (isOpen) wanted.pop()
  return (
    (isOpen ? given.length >= wanted.length : given.length === wanted.length) &&
    wanted.every((segment, index) => segment === given[index] || (segment[0] === ':' && given[index]))
  )
}

/** Without the slash that a path may end with. */
const segmentsOf = (path: string): string[] => path.replace(/(.)\/$/, '$1').split('/')
