import { type ReadonlySignal, signal } from '@preact/signals-core'
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

/** The path of an address, without query and fragment. */
export const pathOf = (url: string): string => new URL(url, 'http://page').pathname

export function createPage(scope: Scope): Page {
  const url = signal(location.href)
  const visible = signal(!document.hidden)
  const online = signal(navigator.onLine)
  const frozen = signal(false)
  const listen = (target: EventTarget, type: string, handle: () => void): void =>
    target.addEventListener(type, handle, { signal: scope.signal })
  const readUrl = (): void => void (url.value = location.href)
  listen(document, 'visibilitychange', () => void (visible.value = !document.hidden))
  listen(window, 'online', () => void (online.value = true))
  listen(window, 'offline', () => void (online.value = false))
  listen(window, 'pagehide', () => void (frozen.value = true))
  listen(window, 'pageshow', () => void (frozen.value = false))
  listen(window, 'popstate', readUrl)
  listen(window, 'hashchange', readUrl)
  const navigation = (window as { navigation?: EventTarget }).navigation
  if (navigation) listen(navigation, 'currententrychange', readUrl)
  else patchHistory(scope, readUrl)
  const language = document.documentElement.lang || navigator.language
  return { url, title: () => document.title, visible, online, frozen, language, go: (to) => location.assign(to) }
}

/** Browsers without the Navigation API: the two methods are wrapped, and put back unless someone wrapped them after us. */
function patchHistory(scope: Scope, changed: () => void): void {
  for (const name of ['pushState', 'replaceState'] as const) {
    const original = history[name]
    const patched: typeof original = function (this: History, ...parameters) {
      original.apply(this, parameters)
      if (!scope.signal.aborted) changed()
    }
    history[name] = patched
    scope.add(() => {
      if (history[name] === patched) history[name] = original
    })
  }
}
