import type { Target, TargetLocator } from '@docent/protocol'
import { labelOf, nameOf, plain } from './names.ts'
import { selectorOf } from './roles.ts'
import { isVisible } from './visible.ts'

type Root = Document | ShadowRoot

export interface Resolution {
  /** The one visible element that a locator names. */
  readonly element?: Element
  /** What matched but cannot be seen: worth watching. */
  readonly hidden: readonly Element[]
}

/**
 * Finds the element a target names. Locators are tried in order; one that names several visible elements is passed over, because a
 * wrong highlight is worse than none.
 */
export function resolveTarget(target: Target, roots: readonly Root[]): Resolution {
  const hidden: Element[] = []
  for (const locator of locatorsOf(target)) {
    const found = [...new Set(roots.flatMap((root) => find(locator, root)))]
    const visible = found.filter(isVisible)
    if (visible.length === 1) return { element: visible[0] as Element, hidden: [] }
    if (visible.length === 0) hidden.push(...found)
  }
  return { hidden }
}

/** The page and every open shadow tree in it but our own. */
export function rootsOf(root: Root): Root[] {
  const inner = [...root.querySelectorAll('*')].flatMap(({ localName, shadowRoot }) =>
    shadowRoot && localName !== 'docent-widget' ? rootsOf(shadowRoot) : [],
  )
  return [root, ...inner]
}

const locatorsOf = (target: Target): readonly TargetLocator[] =>
  typeof target === 'string' ? [{ css: target }] : Array.isArray(target) ? target : [target as TargetLocator]

const testIds = ['data-testid', 'data-test', 'data-docent-id']

function find(locator: TargetLocator, root: Root): Element[] {
  if ('css' in locator) return select(root, locator.css)
  if ('testId' in locator)
    return testIds.flatMap((name) =>
      select(root, `[${name}]`).filter((element) => element.getAttribute(name) === locator.testId),
    )
  if ('role' in locator)
    return select(root, selectorOf(locator.role)).filter((element) => nameOf(element) === plain(locator.name))
  if ('label' in locator)
    return select(root, 'input,select,textarea,button,meter,output,progress,[aria-label],[aria-labelledby]').filter(
      (element) => labelOf(element) === plain(locator.label),
    )
  return withText(root, plain(locator.text))
}

/** A selector that a host wrote may be wrong; then it names nothing. */
function select(root: Root, selector: string): Element[] {
  try {
    return [...root.querySelectorAll(selector)]
  } catch {
    return []
  }
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
