const sheets = new Map<string, CSSStyleSheet>()

/** Adopts a sheet's text once per root. Constructable sheets pass every Content-Security-Policy, `style-src 'none'` included. */
export function adoptStyles(root: ShadowRoot, text: string): void {
  const sheet = sheets.get(text) ?? new CSSStyleSheet()
  if (!sheets.has(text)) sheet.replaceSync(text)
  sheets.set(text, sheet)
  if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets.push(sheet)
}
