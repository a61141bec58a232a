/**
 * Prints an article and nothing of the host's page: in a frame of its own, whose sheet is built by its own window, so that it
 * works under every Content-Security-Policy.
 */
export function printArticle(article: HTMLElement, title: string): void {
  const page = article.ownerDocument
  const frame = page.createElement('iframe')
  frame.setAttribute('aria-hidden', 'true')
  frame.tabIndex = -1
  // Without a size some browsers print nothing; what is left of it in the page is not seen.
  for (const [name, value] of Object.entries({
    position: 'fixed',
    inset: '0 auto auto -9999px',
    width: '800px',
    height: '1px',
    border: '0',
  }))
    frame.style.setProperty(name, value)
  article.getRootNode().appendChild(frame)
  const view = frame.contentWindow as (Window & typeof globalThis) | null
  if (!view) {
    frame.remove()
    return
  }
  const sheet = new view.CSSStyleSheet()
  sheet.replaceSync(paper)
  view.document.adoptedStyleSheets = [sheet]
  view.document.title = title
  view.document.documentElement.lang = article.lang || page.documentElement.lang
  const copy = view.document.importNode(article, true)
  for (const control of copy.querySelectorAll('[data-screen], .copy, .feedback')) control.remove()
  for (const fold of copy.querySelectorAll('details')) fold.open = true
  for (const picture of copy.querySelectorAll('img')) picture.loading = 'eager'
  view.document.body.append(copy)
  view.addEventListener('afterprint', () => frame.remove())
  const pictures = [...view.document.images].map((picture) => picture.decode().catch(() => {}))
  void Promise.all(pictures).then(() => view.print())
}

const paper = `body { font: 11pt/1.5 system-ui, sans-serif; margin: 0 }
h1 { font-size: 18pt } h2 { font-size: 14pt } h3, h4 { font-size: 12pt } h1, h2, h3, h4 { break-after: avoid }
img { max-width: 100%; height: auto } figure { margin: 12pt 0; break-inside: avoid } figcaption { font-size: 9pt; color: #555 }
button.zoom { all: unset } pre { white-space: pre-wrap; background: #f4f4f4; padding: 8pt } code { font-family: monospace }
table { border-collapse: collapse } td, th { border-bottom: 1px solid #ccc; padding: 4pt 8pt 4pt 0; text-align: start }
.callout { border-inline-start: 3pt solid #999; padding-inline-start: 8pt; margin: 8pt 0 } .callout svg { display: none } video { display: none }`
