import type { CheckedTarget } from './check-targets.ts'

interface Description {
  readonly severity: 'ok' | 'warning' | 'error'
  readonly line: string
  readonly remedy?: string | undefined
}

/** A checked target in words, with what would be better. */
export function describeTarget(checked: CheckedTarget, sturdyScore: number): Description {
  const { name, health, page, url, isAfterAct } = checked
  if (!health)
    return {
      ...{ severity: 'warning', line: `? ${name}: ${page} is a pattern, and no page that fits was opened` },
      remedy: `Name one, for example --pages ${page?.replace(/:\w+|\*/g, '1')}`,
    }
  const { state, confidence, why, sturdier } = health
  const percent = `${Math.round(confidence * 100)} %`
  const [best] = sturdier
  const better = best && `Sturdier, ${Math.round(best.score * 100)} %: ${JSON.stringify(best.locator)}`
  if (state === 'found' && confidence >= sturdyScore) return { severity: 'ok', line: `✓ ${name}: ${percent}` }
  if (state === 'found' || state === 'fallback') {
    const how = state === 'fallback' ? 'its first way finds nothing now' : why
    return { severity: 'warning', line: `! ${name}: ${percent}, ${how}`, ...(better && { remedy: better }) }
  }
  const place = `${state} on ${url}, ${why}`
  if (state === 'missing' && isAfterAct)
    return {
      ...{ severity: 'warning', line: `? ${name}: ${place}` },
      remedy: 'A step before it waits for the visitor, so it may come only then: look yourself',
    }
  return { severity: 'error', line: `✗ ${name}: ${place}`, remedy: remedies[state] }
}

const remedies: Readonly<Record<string, string>> = {
  ambiguous: 'Name it by something that it has alone, such as data-docent-id',
  hidden: 'Show it on this page, or give the step the page where it is to be seen',
  missing: 'Change the target to what is there now, or give the step its page',
}
