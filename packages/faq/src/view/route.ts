/**
 * Where in the help centre one is: nothing (topics), `search/<text>`, `category/<id>`, `<article>`, `<article>#<heading>`. Topics and
 * results are one place.
 */
export const isList = (route: string): boolean => /^(?:$|search\/)/.test(route)

/** What a route asks to be put into the search field. */
export const askedBy = (route: string): string => decode(route.slice('search/'.length))

export function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
