import type { Page } from '@playwright/test'

/** Everything by which hostile input could have got further than the screen. Stays empty. */
export interface Intrusions {
  /** Also looks at what is drawn now, and at the prototypes of the page. */
  look(): Promise<readonly string[]>
}

/**
 * Records from now on, in this page: scripts that run (`pwned()`), dialogs, navigations, windows, requests that are not the page's or
 * Docent's own.
 * @param isOwn Whether a request is one that the page or Docent makes by itself.
 */
export async function recordIntrusions(page: Page, isOwn: (url: URL) => boolean): Promise<Intrusions> {
  const found: string[] = []
  await page.addInitScript(() => {
    const seen: string[] = []
    Object.assign(window, { intrusions: seen, pwned: (...words: unknown[]) => seen.push(`ran: ${words}`) })
    addEventListener('securitypolicyviolation', (event) =>
      seen.push(`policy: ${event.violatedDirective} ${event.blockedURI} ${event.sample}`),
    )
  })
  page.on('dialog', (dialog) => {
    found.push(`dialog: ${dialog.message()}`)
    void dialog.dismiss()
  })
  page.on('popup', (popup) => void found.push(`window: ${popup.url()}`))
  page.on('frameattached', (frame) => void found.push(`frame: ${frame.url()}`))
  page.on('request', (request) => {
    // What is no address leads nowhere.
    if (URL.canParse(request.url()) && !isOwn(new URL(request.url()))) found.push(`request: ${request.url()}`)
  })
  const first = { url: '' }
  page.on('framenavigated', (frame) => {
    const { origin } = new URL(frame.url())
    first.url ||= origin
    if (origin !== first.url) found.push(`navigation: ${frame.url()}`)
  })
  return {
    async look() {
      const seen = await page.evaluate(lookAround)
      return [...new Set([...found, ...seen])]
    },
  }
}

/** Runs in the page: what ran there, what stands there that must not, and what prototypes have that they should not. */
function lookAround(): string[] {
  const seen = [...(window as unknown as { intrusions: string[] }).intrusions]
  const forbidden =
    /^(script|iframe|frame|frameset|object|embed|applet|base|meta|link|style|template|foreignobject|animate|set|math|portal|marquee|noscript)$/i
  const addressed = [
    'href',
    'src',
    'action',
    'formaction',
    'data',
    'poster',
    'xlink:href',
    'background',
    'ping',
    'srcdoc',
  ]
  const look = (element: Element): void => {
    if (forbidden.test(element.localName)) seen.push(`element: ${element.outerHTML.slice(0, 200)}`)
    for (const { name, value } of element.attributes) {
      if (/^on/i.test(name)) seen.push(`attribute: ${name}=${value}`)
      if (name === 'style' && /url\(|expression|import/i.test(value)) seen.push(`style: ${value}`)
      if (!addressed.includes(name)) continue
      // A picture or a video never runs anything, whatever its address; what it asks the network for is recorded.
      const isPicture = /^(img|video|track)$/.test(element.localName) && /^(src|poster)$/.test(name)
      // What is no address leads nowhere.
      const protocol = URL.parse(value, location.href)?.protocol ?? 'https:'
      if (!/^(https?|mailto|tel):$/.test(protocol) && !isPicture) seen.push(`address: ${name}=${value}`)
    }
    if (element.getAttribute('target') === '_blank' && !/noopener/.test(element.getAttribute('rel') ?? ''))
      seen.push(`opener: ${element.outerHTML.slice(0, 200)}`)
    for (const child of element.children) look(child)
    for (const child of element.shadowRoot?.children ?? []) look(child)
  }
  for (const child of document.querySelectorAll('docent-widget, #app, main')) look(child)
  for (const polluted of [Object.prototype, Array.prototype, Function.prototype])
    if (Object.keys(polluted).length > 0 || 'polluted' in polluted) seen.push(`prototype: ${Object.keys(polluted)}`)
  return seen
}
