import type { Id } from '@docent/protocol'
import { computed, type ReadonlySignal } from '@preact/signals'
import { isListName, type ListName } from './lists.ts'

/** What is on the screen, as it stands in the address. */
export interface Route {
  readonly list: ListName
  /** A page of its own instead of the conversations. */
  readonly page?: 'insights'
  readonly conversationId?: Id
  /** The visitor's facts beside the thread, where there is no room for both. */
  readonly visitor?: boolean
}

/**
 * Reads an address: `/inbox/`, `/inbox/mine`, `/inbox/insights`, `/inbox/c/<id>`, `/inbox/mine/c/<id>/visitor`. What it does not know is left
 * out, so that an old link still leads to the nearest thing.
 */
export function parseRoute(url: string, base: string): Route {
  const { pathname } = new URL(url, 'http://inbox')
  const [first = '', ...others] = pathname.startsWith(base) ? pathname.slice(base.length).split('/') : []
  if (first === 'insights') return { list: 'open', page: first }
  const list = isListName(first) ? first : 'open'
  const [kind, id, part] = isListName(first) ? others : [first, ...others]
  if (kind !== 'c' || !id) return { list }
  return { list, conversationId: decode(id), ...(part === 'visitor' && { visitor: true }) }
}

/** The address of a route; the opposite of {@link parseRoute}. */
export function formatRoute({ list, page, conversationId, visitor }: Route, base: string): string {
  if (page) return base + page
  const conversation = conversationId === undefined ? [] : ['c', encodeURIComponent(conversationId)]
  return base + [...(list === 'open' ? [] : [list]), ...conversation, ...(visitor ? ['visitor'] : [])].join('/')
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

export interface Router {
  readonly route: ReadonlySignal<Route>
  href(route: Route): string
  /** `replace`: the way back does not lead through here. */
  go(route: Route, how?: 'push' | 'replace'): void
}

interface RouterOptions {
  readonly base: string
  /** The page's address as it is now. */
  readonly url: ReadonlySignal<string>
  readonly history: Pick<History, 'pushState' | 'replaceState'>
}

export function createRouter({ base, url, history }: RouterOptions): Router {
  const href = (route: Route): string => formatRoute(route, base)
  return {
    route: computed(() => parseRoute(url.value, base)),
    href,
    go(route, how = 'push') {
      if (href(route) === new URL(url.peek(), 'http://inbox').pathname) return
      history[how === 'push' ? 'pushState' : 'replaceState'](null, '', href(route))
    },
  }
}
