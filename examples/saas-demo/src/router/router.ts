import { computed, signal } from '@preact/signals'

/** The address bar as a signal; `go` and every link inside the app change it without loading a page. */
const address = signal(read())

function read() {
  const { pathname, search, hash } = window.location
  return { pathname, search, hash }
}

/** @param url a path of this app, with its query and hash */
function go(url: string): void {
  navigate(url, 'pushState')
}

/** Like `go`, for addresses that must not be gone back to. */
function replace(url: string): void {
  navigate(url, 'replaceState')
}

function navigate(url: string, method: 'pushState' | 'replaceState'): void {
  const target = new URL(url, window.location.href)
  if (target.origin !== window.location.origin) {
    window.location.assign(url)
    return
  }
  window.history[method](null, '', target)
  address.value = read()
  window.scrollTo(0, 0)
}

/** Follows the back button and plain clicks on links to this origin. */
function listen(): void {
  window.addEventListener('popstate', () => {
    address.value = read()
  })
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null
    if (!link || !isPlainClick(event) || !staysInApp(link)) return
    event.preventDefault()
    go(link.href)
  })
}

function isPlainClick(event: MouseEvent): boolean {
  const modified = event.metaKey || event.ctrlKey || event.shiftKey || event.altKey
  return event.button === 0 && !modified && !event.defaultPrevented
}

function staysInApp(link: HTMLAnchorElement): boolean {
  const isPage = link.origin === window.location.origin && !link.pathname.startsWith('/api/')
  const isInPage = link.getAttribute('href')?.startsWith('#') ?? true
  return isPage && !isInPage && !link.target && !link.hasAttribute('download')
}

export const router = {
  path: computed(() => address.value.pathname),
  query: computed(() => new URLSearchParams(address.value.search)),
  go,
  replace,
  listen,
}
