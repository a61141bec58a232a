import type { Target } from '@docent/protocol'
import { findByName } from './find-by-name.ts'
import { rateLocator } from './rate-locator.ts'
import { locatorsOf, type Root } from './resolve.ts'
import { type ScoredLocator, suggestLocators } from './suggest-locators.ts'
import { isVisible } from './visible.ts'

/** `found`: by its first locator. `fallback`: by a later one. The others are not found, and why. */
export type TargetState = 'found' | 'fallback' | 'ambiguous' | 'hidden' | 'missing'

/** How a target fares on a page. */
export interface TargetHealth {
  readonly state: TargetState
  /** By locator, in order: how many elements it matches, and how many of them can be seen. */
  readonly matches: readonly { readonly matched: number; readonly visible: number }[]
  /** Of the locator that found it, from 0 to 1; 0 where none did. */
  readonly confidence: number
  readonly why: string
  /** Ways that last longer than the one that found it, the best first. */
  readonly sturdier: readonly ScoredLocator[]
}

/** Looks at a target as a tour would, and at what would find it better. */
export function inspectTarget(target: Target, roots: readonly Root[]): TargetHealth {
  const locators = locatorsOf(target)
  const found = locators.map((locator) => {
    const all = [...new Set(roots.flatMap((root) => findByName(locator, root)))]
    return { all, visible: all.filter(isVisible) }
  })
  const matches = found.map(({ all, visible }) => ({ matched: all.length, visible: visible.length }))
  const at = found.findIndex(({ visible }) => visible.length === 1)
  const [element, locator] = [found[at]?.visible[0], locators[at]]
  if (!element || !locator) {
    const state = stateOf(matches)
    return { state, matches, confidence: 0, why: reasons[state], sturdier: [] }
  }
  const { score, why } = rateLocator(locator)
  const sturdier = suggestLocators(element, roots).filter((other) => other.score > score)
  return { state: at === 0 ? 'found' : 'fallback', matches, confidence: score, why, sturdier }
}

const reasons = {
  ambiguous: 'several visible elements match, and a wrong highlight is worse than none',
  hidden: 'what matches cannot be seen',
  missing: 'nothing matches',
}

function stateOf(matches: TargetHealth['matches']): keyof typeof reasons {
  if (matches.some(({ visible }) => visible > 1)) return 'ambiguous'
  return matches.some(({ matched }) => matched > 0) ? 'hidden' : 'missing'
}
