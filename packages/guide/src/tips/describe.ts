import type { Scope } from '@docent/core'

/**
 * Describes a control of the host to screen readers while the scope lasts. The text stands in the page beside our shadow tree, because
 * an id reference cannot cross its border, and is slotted there unseen: browsers compute no description from what no slot takes up. The
 * control's own attributes are put back exactly.
 */
export function describe(
  control: Element,
  text: string,
  widget: Element,
  scope: Scope,
  attributes: readonly string[] = ['aria-describedby'],
): void {
  if (control.getRootNode() !== control.ownerDocument) return
  const note = control.ownerDocument.createElement('span')
  note.id = `docent-tip-${Math.random().toString(36).slice(2)}`
  note.textContent = text
  const slot = control.ownerDocument.createElement('slot')
  slot.hidden = true
  slot.name = note.slot = note.id
  widget.append(note)
  widget.shadowRoot?.append(slot)
  scope.add(() => {
    note.remove()
    slot.remove()
  })
  for (const name of attributes) {
    const before = control.getAttribute(name)
    const during = before ? `${before} ${note.id}` : note.id
    control.setAttribute(name, during)
    scope.add(() => {
      const now = control.getAttribute(name)
      const rest = now === during ? before : withoutWord(now, note.id)
      if (rest === null) control.removeAttribute(name)
      else control.setAttribute(name, rest)
    })
  }
}

/** The host changed the list meanwhile: only our word leaves it. */
const withoutWord = (list: string | null, word: string): string | null =>
  list
    ?.split(/\s+/)
    .filter((one) => one !== word)
    .join(' ') || null
