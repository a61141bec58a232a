import { readFile, writeFile } from 'node:fs/promises'
import { locatorsOf, sturdyScore } from '@docent/guide/targets'
import { isObject, type TargetLocator } from '@docent/protocol'
import type { CheckedTarget } from './check-targets.ts'

/** The way that should come first, where there is one that is sturdy. */
export const betterFor = ({ health }: CheckedTarget): TargetLocator | undefined => {
  const best = health?.sturdier[0]
  return best && best.score >= sturdyScore && health.confidence < sturdyScore ? best.locator : undefined
}

/** Puts the better way before those that are written, in the JSON file, and leaves the rest of it as it is. Answers what was changed. */
export async function writeFixes(file: string, checked: readonly CheckedTarget[]): Promise<readonly string[]> {
  const text = await readFile(file, 'utf8')
  const document: unknown = JSON.parse(text)
  const changed = checked.filter((one) => {
    const better = betterFor(one)
    return better !== undefined && put(document, one, better)
  })
  const indent = /^[{[]\r?\n([ \t]+)/.exec(text)?.[1] ?? 2
  if (changed.length > 0) await writeFile(file, `${JSON.stringify(document, null, indent)}\n`)
  return changed.map(({ name }) => name)
}

/** A target by name is mended where that name is. */
function put(document: unknown, { way, target }: CheckedTarget, better: TargetLocator): boolean {
  const owner = way.slice(0, -1).reduce<unknown>((part, name) => Object(part)[String(name)] as unknown, document)
  if (!isObject(owner) || !isObject(document)) return false
  const written = owner.target
  const next = [better, ...locatorsOf(target).filter((locator) => JSON.stringify(locator) !== JSON.stringify(better))]
  const isNamed = isObject(written) && typeof written.ref === 'string' && isObject(document.targets)
  const place = isNamed ? (document.targets as Record<string, unknown>) : owner
  const name = isNamed ? String((written as { readonly ref: string }).ref) : 'target'
  if (JSON.stringify(place[name]) === JSON.stringify(next)) return false
  place[name] = next
  return true
}
