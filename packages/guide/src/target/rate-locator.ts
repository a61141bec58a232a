import type { TargetLocator } from '@docent/protocol'

/** How likely a locator still names its element after the next redesign, from 0 to 1, and why. */
export interface Rating {
  readonly score: number
  readonly why: string
}

/** Below this a locator is worth replacing. */
export const sturdyScore = 0.6

/** Rates a locator by what it is made of; whether it names one element now is another question. */
export function rateLocator(locator: TargetLocator): Rating {
  if ('testId' in locator) return { score: 0.95, why: 'a test id is changed on purpose only' }
  if ('role' in locator) return worded(locator.name, 0.85, 'role and name are what people know it by')
  if ('label' in locator) return worded(locator.label, 0.85, 'the label is what people know it by')
  if ('text' in locator) return worded(locator.text, 0.6, 'text changes with every edit')
  return rateSelector(locator.css)
}

/** Words with figures in them, or many of them, are data rather than names. */
function worded(words: string, score: number, why: string): Rating {
  if (/\d/.test(words)) return { score: score / 2, why: 'its words hold a figure, which may be another one tomorrow' }
  if (words.length > 60) return { score: score / 2, why: 'its words are long, and long texts are edited' }
  return { score, why }
}

/** Made by a tool: `css-1x2y3z`, `sc-bdVaJa`, `:r1:`, `ember123`. */
const generated = /[_-](?=[\w-]*\d)[\w-]{5,}\b|:r\w+:|\b(css|sc|jsx|svelte|emotion)-[\w-]+|\b[a-z]+\d{3,}\b/i

function rateSelector(css: string): Rating {
  if (generated.test(css)) return { score: 0.1, why: 'it names what a tool generated, which the next build may change' }
  if (/:nth|:first|:last|[>+~]/.test(css) || css.trim().split(/\s+/).length > 2)
    return { score: 0.2, why: 'it depends on where the element stands among others' }
  if (/\[data-(testid|test|docent-id)/.test(css)) return { score: 0.9, why: 'a test id is changed on purpose only' }
  if (/^#[\w-]+$/.test(css.trim())) return { score: 0.7, why: 'an id is rarely changed' }
  if (/^[\w-]*\[(name|for|href|type|aria-[\w-]+)/.test(css.trim()))
    return { score: 0.65, why: 'an attribute with a meaning' }
  return css.includes('.')
    ? { score: 0.35, why: 'a class says how it looks, and looks change' }
    : { score: 0.3, why: 'others of its kind may come' }
}
