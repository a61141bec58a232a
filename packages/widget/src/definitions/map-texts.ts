import { isRecord, type Loose } from './loose.ts'

/** Fields that hold what a visitor reads. */
const words: ReadonlySet<string> = new Set(['title', 'text', 'description', 'badge', 'label', 'lowest', 'highest'])
/** Parts without words of their own. */
const wordless: ReadonlySet<string> = new Set([
  'when',
  'until',
  'doneWhen',
  'advance',
  'target',
  'targets',
  'translations',
])

/**
 * A copy with every text that visitors read changed. The key of a text is its way by ids, so that it stays the same where things are moved:
 * `tours/first-invoice/steps/new/title`.
 */
export function mapTexts(value: unknown, change: (text: string, key: string) => string, key = ''): unknown {
  const inside = (name: string | number): string => (key ? `${key}/${name}` : String(name))
  if (Array.isArray(value))
    return value.map((part, index) => {
      const name = inside(isRecord(part) && typeof part.id === 'string' ? part.id : index)
      return typeof part === 'string' && key.endsWith('/options') ? change(part, name) : mapTexts(part, change, name)
    })
  if (!isRecord(value)) return value
  const mapped = Object.fromEntries(
    Object.entries(value).map(([name, part]) => {
      if (wordless.has(name)) return [name, part]
      return [
        name,
        typeof part === 'string' && words.has(name) ? change(part, inside(name)) : mapTexts(part, change, inside(name)),
      ]
    }),
  )
  return withAnswers(value, mapped)
}

/** A branch names the answer that leads to it by its text, which may be another one now. */
function withAnswers(before: Loose, after: Loose): Loose {
  const [old, now] = [optionsOf(before), optionsOf(after)]
  if (!old.length || !Array.isArray(after.next)) return after
  const next = after.next.map((branch: unknown) => {
    const at = isRecord(branch) ? old.indexOf(branch.answer) : -1
    return at < 0 ? branch : { ...(branch as Loose), answer: now[at] }
  })
  return { ...after, next }
}

const optionsOf = ({ question }: Loose): readonly unknown[] =>
  isRecord(question) && Array.isArray(question.options) ? question.options : []
