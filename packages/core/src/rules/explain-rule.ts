import type { Evaluation, Rule, Trace } from './rule.ts'

const json = (value: unknown): string => (value === undefined ? 'not known' : JSON.stringify(value))

/** What an evaluation read, in words. Apart from `evaluate()`, because only those who ask pay for words. */
export function explainRule({ rule, verdict, seen, of }: Evaluation): Trace {
  const trace = { kind: String(rule.kind), verdict }
  if (rule.kind === 'attr' && of?.length === 1 && of[0]) return explainRule(of[0])
  const parts = of?.map(explainRule)
  // What a whole waits for is the first of its parts that does not hold.
  const missing = rule.kind === 'all' && parts?.find((part) => part.verdict !== true)
  const read = wordsOf(rule, verdict, seen, of) + (missing ? `: ${missing.read}` : '')
  return { ...trace, read, ...(parts && { of: parts }) }
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
      const [[name = '', test] = []] = Object.entries(rule.where)
      if (of) return name[0] === '$' ? `${name.slice(1)} of ${of.length}` : 'every attribute'
      return `${name} is ${json(seen)}, wanted ${JSON.stringify(test)}`
    }
    case 'event': {
      const span = rule.within ? ` in ${rule.within}` : ''
      const times = seen === undefined ? 'is not loaded yet' : `happened ${seen} times${span}`
      const which = rule.where ? ` with ${JSON.stringify(rule.where)}` : ''
      return `${rule.name}${which} ${times}, wanted ${rule.atLeast ?? 1}`
    }
    case 'stage':
      return `stage is ${seen ?? 'not known yet'}, wanted ${[rule.is].flat().join(' or ')}`
    default:
      return moreWordsOf(rule, seen)
  }
}

const known = (seen: unknown): string => (seen === undefined ? 'not known yet' : String(seen))
const either = (is: unknown): string => [is].flat().join(' or ')
/** The fields of a rule, without its kind. */
const fieldsOf = ({ kind: _, ...fields }: Rule): string => JSON.stringify(fields)

const hourMs = 3_600_000
function visitOf(seen: unknown): string {
  const visit = seen as { readonly isFirst: boolean; readonly awayMs: number } | undefined
  if (!visit) return 'visit is not known yet'
  return visit.isFirst ? 'visit is the first' : `visit is returning after ${Math.floor(visit.awayMs / hourMs)} h`
}

function moreWordsOf(
  rule: Exclude<Rule, { kind: 'all' | 'any' | 'not' | 'page' | 'attr' | 'event' | 'stage' }>,
  seen: unknown,
): string {
  switch (rule.kind) {
    case 'target':
      return `target ${JSON.stringify(rule.target)} is ${known(seen)}, wanted ${rule.is ?? 'visible'}`
    case 'content':
      return `${rule.type} ${rule.id} is ${known(seen)}, wanted ${rule.is ?? 'completed'}`
    case 'device': {
      const { is = '', widthPx = 0 } = (seen ?? {}) as { is?: string; widthPx?: number }
      return seen ? `device is ${is}, ${widthPx} px wide, wanted ${fieldsOf(rule)}` : 'device is not known yet'
    }
    case 'locale':
      return `locale is ${known(seen)}, wanted ${either(rule.is)}`
    case 'time':
      return `it is ${known(seen)}, wanted ${fieldsOf(rule)}`
    case 'sample':
      return `visitor is at ${known(seen)} of 100 under ${rule.seed}, wanted below ${rule.percent}`
    case 'flag':
      return `flag ${rule.key} is ${json(seen)}, wanted ${JSON.stringify(rule.is ?? true)}`
    case 'custom':
      return `predicate ${rule.name} says ${known(seen)}`
    case 'struggle': {
      const kinds = seen as readonly string[] | undefined
      const struggles = kinds?.length ? kinds.join(', ') : kinds ? 'none' : 'not known yet'
      return `struggles on this page: ${struggles}, wanted ${rule.is ? either(rule.is) : 'any'}`
    }
    case 'visit':
      return `${visitOf(seen)}, wanted ${rule.is}${rule.awayFor ? ` after ${rule.awayFor}` : ''}`
    default:
      return 'this version does not know the rule'
  }
}
