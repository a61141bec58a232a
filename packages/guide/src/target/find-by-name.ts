import { labelOf, nameOf, plain } from './names.ts'
import { type Find, findBySelector, type Root, select } from './resolve.ts'
import { selectorOf } from './roles.ts'

const labelled = 'input,select,textarea,button,meter,output,progress,[aria-label],[aria-labelledby]'

/** Also by role and name, by label and by text. */
export const findByName: Find = (locator, root) => {
  if ('role' in locator)
    return select(root, selectorOf(locator.role)).filter((element) => nameOf(element) === plain(locator.name))
  if ('label' in locator) return select(root, labelled).filter((element) => labelOf(element) === plain(locator.label))
  return 'text' in locator ? withText(root, plain(locator.text)) : findBySelector(locator, root)
}

const control = 'a[href],button,summary,[role=button],[role=link],[role=tab],[role=menuitem]'

/** The innermost elements with exactly this text; the control around one where there is one. */
function withText(root: Root, text: string): Element[] {
  const walker = (root.ownerDocument ?? (root as Document)).createTreeWalker(root, 4 /* text */)
  const found: Element[] = []
  while (walker.nextNode()) {
    const piece = plain(walker.currentNode.nodeValue)
    if (!piece || !text.includes(piece)) continue
    let element = walker.currentNode.parentElement
    while (element && plain(element.textContent) !== text && text.includes(plain(element.textContent)))
      element = element.parentElement
    if (element && plain(element.textContent) === text) found.push(element.closest(control) ?? element)
  }
  return found
}
