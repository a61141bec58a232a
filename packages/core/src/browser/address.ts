/** Takes a parameter out of the page's address, so that it is neither bookmarked nor told on. */
export function takeParameter(name: string): string | undefined {
  const url = new URL(location.href)
  const value = url.searchParams.get(name) ?? undefined
  if (value === undefined) return undefined
  // By hand: what else the host has in its query stays as it wrote it.
  url.search = url.search
    .slice(1)
    .split('&')
    .filter((pair) => pair.split('=')[0] !== name)
    .join('&')
  history.replaceState(history.state, '', url)
  return value
}

/** Where the page that led here is, as the browser says; it does not say it of links with `noreferrer`. */
export const cameFrom = (): string | undefined => (document.referrer ? new URL(document.referrer).origin : undefined)

export const origin = (): string => location.origin

/** An address as the page would follow it; nothing for what is none. */
export const resolve = (url: string | URL): URL | undefined =>
  URL.canParse(url, location.href) ? new URL(url, location.href) : undefined
