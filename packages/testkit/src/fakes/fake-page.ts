import type { Page } from '@docent/core'
import { type Signal, signal } from '@preact/signals-core'

/** A host page whose signals the test sets. */
export interface FakePage extends Page {
  readonly url: Signal<string>
  readonly visible: Signal<boolean>
  readonly online: Signal<boolean>
  readonly frozen: Signal<boolean>
  readonly language: string
  /** Where the page was told to load something else, in order. */
  readonly loaded: readonly string[]
  /** Goes to another address, absolute or relative, as the router of a single-page app does. */
  navigate(url: string, title?: string): void
}

/**
 * A visible, connected page.
 * @example
 * const page = createFakePage()
 * page.online.value = false
 * page.navigate('/invoices')
 */
export function createFakePage(startUrl = 'https://app.example/', startTitle = 'App', language = 'en'): FakePage {
  const url = signal(startUrl)
  const loaded: string[] = []
  let currentTitle = startTitle
  return {
    url,
    title: () => currentTitle,
    visible: signal(true),
    online: signal(true),
    frozen: signal(false),
    language,
    loaded,
    go: (to) => void loaded.push(new URL(to, url.value).href),
    navigate(to, title = currentTitle) {
      currentTitle = title
      url.value = new URL(to, url.value).href
    },
  }
}
