/** White space as people read it. */
export const plain = (text: string | null | undefined): string => (text ?? '').replace(/\s+/g, ' ').trim()

/** What a control is called by its label: `aria-labelledby`, `aria-label`, `<label>`. */
export function labelOf(element: Element): string {
  const root = element.getRootNode() as Document | ShadowRoot
  const ids = element.getAttribute('aria-labelledby')?.split(/\s+/) ?? []
  const labelled = plain(ids.map((id) => root.getElementById?.(id)?.textContent ?? '').join(' '))
  if (labelled) return labelled
  const own = plain(element.getAttribute('aria-label'))
  if (own) return own
  const { labels } = element as Partial<HTMLInputElement>
  return plain([...(labels ?? [])].map((label) => textBeside(label, element)).join(' '))
}

/** Text of a label without the text of the control inside it, such as the options of a select. */
function textBeside(label: Element, control: Element): string {
  if (!label.contains(control)) return label.textContent ?? ''
  return [...label.childNodes].map((node) => (node === control ? '' : (node.textContent ?? ''))).join('')
}

/** The accessible name, as far as a target needs it: label, then `value` of a push button, `alt`, content, `title`, `placeholder`. */
export function nameOf(element: Element): string {
  const label = labelOf(element)
  if (label) return label
  const isInput = element.localName === 'input'
  const names = [
    isInput && /^(submit|button|reset)$/.test((element as HTMLInputElement).type) && element.getAttribute('value'),
    element.getAttribute('alt'),
    !isInput && !/^(select|textarea)$/.test(element.localName) && element.textContent,
    element.getAttribute('title'),
    element.getAttribute('placeholder'),
  ]
  return names.map((name) => plain(name || '')).find(Boolean) ?? ''
}
