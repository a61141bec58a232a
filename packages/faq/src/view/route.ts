import type { Id } from '@docent/protocol'

/** Where in the help centre one is. */
export type HelpRoute =
  /** Topics, and results while something is in the search field. `query`: put it there. */
  | { readonly kind: 'list'; readonly query?: string }
  | { readonly kind: 'category'; readonly id: Id }
  | { readonly kind: 'article'; readonly id: Id; readonly heading?: string }

export function readRoute(route: string): HelpRoute {
  if (route === '') return { kind: 'list' }
  if (route.startsWith('search/')) {
    const query = decode(route.slice(7))
    return query ? { kind: 'list', query } : { kind: 'list' }
  }
  if (route.startsWith('category/')) return { kind: 'category', id: decode(route.slice(9)) }
  const [id = '', heading] = route.split('#')
  return { kind: 'article', id: decode(id), ...(heading && { heading: decode(heading) }) }
}

/** Topics and results are one place. */
export const isList = (route: string): boolean => readRoute(route).kind === 'list'

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
