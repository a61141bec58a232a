import type { Evaluation, Rule, Trace } from './rule.ts'

const json = (value: unknown): string => (value === undefined ? 'not known' : JSON.stringify(value))

/** What an evaluation read, in words. Apart from `evaluate()`, because only those who ask pay for words. */
export function explainRule({ rule, verdict, seen, of }: Evaluation): Trace {
  const trace = { kind: String(rule.kind), verdict }
  if (rule.kind === 'attr' && of?.length === 1 && of[0]) return explainRule(of[0])
  return { ...trace, read: wordsOf(rule, verdict, seen, of), ...(of && { of: of.map(explainRule) }) }
}

function wordsOf(rule: Rule, verdict: Trace['verdict'], seen: unknown, of: Evaluation['of']): string {
  switch (rule.kind) {
    case 'all':
    case 'any':
      return `${rule.kind} of ${rule.of.length}`
    case 'not':
      return 'not'
    case 'page':
      return `page ${seen} ${verdict ? 'matches' : 'does not match'} ${rule.path}`
    case 'attr': {
      if (of) return 'every attribute'
      const [[name, test] = []] = Object.entries(rule.where)
      return `${name} is ${json(seen)}, wanted ${JSON.stringify(test)}`
    }
    case 'event': {
      const span = rule.within ? ` in ${rule.within}` : ''
      const times = seen === undefined ? 'is not loaded yet' : `happened ${seen} times${span}`
      return `${rule.name} ${times}, wanted ${rule.atLeast ?? 1}`
    }
    case 'stage':
      return `stage is ${seen ?? 'not known yet'}, wanted ${[rule.is].flat().join(' or ')}`
    default:
      return 'this version does not know the rule'
  }
}
