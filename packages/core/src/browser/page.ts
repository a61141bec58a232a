import { type ReadonlySignal, type Signal, signal } from '@preact/signals-core'
import type { Scope } from '../scope.ts'

/** The host page as the engine sees it. The only place in core, with its neighbours in this folder, that names `window`. */
export interface Page {
  readonly url: ReadonlySignal<string>
  readonly title: () => string
  readonly visible: ReadonlySignal<boolean>
  readonly online: ReadonlySignal<boolean>
  /** The page goes into the back/forward cache, or is left: let go of links and locks. `false`: it is back. */
  readonly frozen: ReadonlySignal<boolean>
  /** The page's language, else the browser's. */
  readonly language: string
  /** Loads another address of the host app. */
  go(url: string): void
}

export function createPage(scope: Scope): Page {
  /** A fact as a signal, read again at each of the events. */
  const follow = <T>(target: EventTarget, types: string, read: (type?: string) => T): Signal<T> => {
    const fact = signal(read())
    for (const type of types.split(' '))
      target.addEventListener(type, () => void (fact.value = read(type)), { signal: scope.signal })
    return fact
  }
  const url = follow(window, 'popstate hashchange', () => location.href)
  const readUrl = (): void => void (url.value = location.href)
  const { navigation } = window as { navigation?: EventTarget }
  if (navigation) navigation.addEventListener('currententrychange', readUrl, { signal: scope.signal })
  else void import('./patch-history.ts').then(({ patchHistory }) => patchHistory(scope, readUrl))
  return {
    url,
    title: () => document.title,
    visible: follow(document, 'visibilitychange', () => !document.hidden),
    online: follow(window, 'online offline', () => navigator.onLine),
    frozen: follow(window, 'pagehide pageshow', (type) => type === 'pagehide'),
    language: languageOf(document.documentElement.lang),
    go: (to) => location.assign(to),
  }
}

/** The page's language, in the visitor's own variety of it: on a page in `en` someone from `en-GB` reads times as at home. */
function languageOf(page: string): string {
  const own = navigator.languages.find((tag) => tag.split('-')[0] === page)
  return own ?? (page || navigator.language)
}
