import type { TargetLocator } from '@docent/protocol'
import { findByName } from './find-by-name.ts'
import { labelOf, nameOf, plain } from './names.ts'
import { type Rating, rateLocator } from './rate-locator.ts'
import { type Root, resolveTarget, testIds } from './resolve.ts'
import { roleOf } from './roles.ts'

/** A way to name an element, with how long it is likely to last. */
export interface ScoredLocator extends Rating {
  readonly locator: TargetLocator
}

/** Every way in which this element, and no other visible one, can be named now; the sturdiest first. */
export function suggestLocators(element: Element, roots: readonly Root[]): readonly ScoredLocator[] {
  return candidates(element)
    .filter((locator) => resolveTarget(locator, roots, findByName).element === element)
    .map((locator) => ({ locator, ...rateLocator(locator) }))
    .sort((a, b) => b.score - a.score)
}

function candidates(element: Element): TargetLocator[] {
  const found: TargetLocator[] = []
  for (const name of testIds) {
    const testId = element.getAttribute(name)
    if (testId) found.push({ testId })
  }
  const [role, name, label, text] = [roleOf(element), nameOf(element), labelOf(element), plain(element.textContent)]
  if (role && name) found.push({ role, name })
  if (label) found.push({ label })
  if (text && text.length <= 120) found.push({ text })
  if (element.id) found.push({ css: `#${CSS.escape(element.id)}` })
  for (const attribute of ['name', 'href', 'aria-label']) {
    const value = element.getAttribute(attribute)
    if (value) found.push({ css: `${element.localName}[${attribute}=${JSON.stringify(value)}]` })
  }
  return [...found, { css: pathTo(element) }]
}

/** From the nearest thing with an id, by place: the last resort, which any element has. */
function pathTo(element: Element): string {
  const parts: string[] = []
  for (let part: Element | null = element; part; part = part.parentElement) {
    if (part.id) return [`#${CSS.escape(part.id)}`, ...parts].join(' > ')
    const { localName } = part
    const alike = [...(part.parentElement?.children ?? [])].filter((other) => other.localName === localName)
    parts.unshift(alike.length > 1 ? `${localName}:nth-of-type(${alike.indexOf(part) + 1})` : localName)
  }
  return parts.join(' > ')
}
