const sheets = new WeakMap<Document, Map<string, CSSStyleSheet>>()

/**
 * Adopts a sheet's text once per root. Constructable sheets pass every Content-Security-Policy, `style-src 'none'` included;
 * they belong to one document, so they are cached by document and text.
 */
export function adoptStyles(root: ShadowRoot, text: string): void {
  const { ownerDocument } = root
  const known = sheets.get(ownerDocument) ?? new Map<string, CSSStyleSheet>()
  sheets.set(ownerDocument, known)
  let sheet = known.get(text)
  if (!sheet) {
    const view = ownerDocument.defaultView ?? window
    sheet = new view.CSSStyleSheet()
    sheet.replaceSync(text)
    known.set(text, sheet)
  }
  if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet]
}
