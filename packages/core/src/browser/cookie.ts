/** Browsers keep none longer. */
const lifetimeSeconds = 400 * 24 * 60 * 60

export function readCookie(name: string): string | undefined {
  const pair = document.cookie.split('; ').find((found) => found.startsWith(`${name}=`))
  return pair && decodeURIComponent(pair.slice(name.length + 1))
}

/** For every origin under the domain. @param value Absent: it goes. */
export function writeCookie(name: string, domain: string, value?: string): void {
  const secure = location.protocol === 'https:' ? '; Secure' : ''
  const age = value === undefined ? 0 : lifetimeSeconds
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser that we serve
  document.cookie = `${name}=${encodeURIComponent(value ?? '')}; Domain=${domain}; Path=/; Max-Age=${age}; SameSite=Lax${secure}`
}
