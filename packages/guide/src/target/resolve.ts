import type { Target, TargetLocator } from '@docent/protocol'
import { isVisible } from './visible.ts'

export type Root = Document | ShadowRoot
/** Every element in a root that a locator matches. */
export type Find = (locator: TargetLocator, root: Root) => Element[]

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
export function resolveTarget(target: Target, roots: readonly Root[], find: Find): Resolution {
  const hidden: Element[] = []
  for (const locator of locatorsOf(target)) {
    const found = [...new Set(roots.flatMap((root) => find(locator, root)))]
    const visible = found.filter(isVisible)
    if (visible.length === 1) return { element: visible[0] as Element, hidden: [] }
    if (visible.length === 0) hidden.push(...found)
  }
  return { hidden }
}

/** The page, every open shadow tree in it but our own, and every frame of the same origin. */
export function rootsOf(root: Root): Root[] {
  const inner = [...root.querySelectorAll('*')].flatMap((element) => {
    const { localName, shadowRoot } = element
    const own = localName === 'iframe' ? (element as HTMLIFrameElement).contentDocument : shadowRoot
    return own && localName !== 'docent-widget' ? rootsOf(own) : []
  })
  return [root, ...inner]
}

/** A target as the list of locators it stands for. */
export const locatorsOf = (target: Target): readonly TargetLocator[] =>
  typeof target === 'string' ? [{ css: target }] : [target].flat()

/** What the locators of these targets need: reading names as a person does is code of its own, for those who use it. */
export async function finderFor(targets: readonly Target[]): Promise<Find> {
  const isPlain = targets.flatMap(locatorsOf).every((locator) => 'css' in locator || 'testId' in locator)
  return isPlain ? findBySelector : (await import('./find-by-name.ts')).findByName
}

export const testIds = ['data-testid', 'data-test', 'data-docent-id']

export const findBySelector: Find = (locator, root) => {
  if ('css' in locator) return select(root, locator.css)
  if (!('testId' in locator)) return []
  return testIds.flatMap((name) =>
    select(root, `[${name}]`).filter((element) => element.getAttribute(name) === locator.testId),
  )
}

/** A selector that a host wrote may be wrong; then it names nothing. */
export function select(root: Root, selector: string): Element[] {
  try {
    return [...root.querySelectorAll(selector)]
  } catch {
    return []
  }
}
