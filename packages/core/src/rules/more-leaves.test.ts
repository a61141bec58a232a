import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { evaluate } from './evaluate.ts'
import { explainRule } from './explain-rule.ts'
import type { MoreFacts } from './more-leaves.ts'
import type { Evaluation, Facts, Rule, Trace, Verdict } from './rule.ts'
import { arbitraryFacts, arbitraryRule, factsOf } from './test-rules.ts'

const verdictOf = (rule: Rule, read: Partial<MoreFacts> = {}, told: Partial<Facts> = {}): Verdict =>
  evaluate(rule, factsOf(told, read)).verdict

it.each([
  [undefined, 'visit is not known yet, wanted returning after P14D'],
  [{ isFirst: true, awayMs: 0 }, 'visit is the first, wanted returning after P14D'],
  [{ isFirst: false, awayMs: 5_400_000 }, 'visit is returning after 1 h, wanted returning after P14D'],
])('a visit is told in words: %j', (visit, words) => {
  const evaluation = evaluate({ kind: 'visit', is: 'returning', awayFor: 'P14D' }, factsOf({}, { visit: () => visit }))
  expect(explainRule(evaluation).read).toBe(words)
})

it('the words of explain() and the decision never disagree, whatever is known', () => {
  const agree = (evaluation: Evaluation, trace: Trace): void => {
    expect(trace.verdict).toBe(evaluation.verdict)
    expect(trace.kind).toBe(evaluation.rule.kind)
    const single = evaluation.rule.kind === 'attr' && evaluation.of?.length === 1 ? evaluation.of[0] : undefined
    if (single) {
      agree(single, trace)
      return
    }
    expect(trace.read).not.toContain('does not know')
    evaluation.of?.forEach((part, index) => {
      const told = trace.of?.[index]
      expect(told).toBeDefined()
      if (told) agree(part, told)
    })
  }
  fc.assert(
    fc.property(arbitraryRule, arbitraryFacts, (rule, facts) => {
      const evaluation = evaluate(rule, facts)
      agree(evaluation, explainRule(evaluation))
      // The verdict of a node follows from its parts alone.
      expect(evaluate(rule, facts)).toEqual(evaluation)
    }),
    { numRuns: 1000 },
  )
})

it('a kind is unknown until what reads it is loaded', () => {
  const { more: _, ...facts } = factsOf()
  expect(evaluate({ kind: 'locale', is: 'en' }, facts).verdict).toBe('unknown')
  expect(evaluate({ kind: 'attr', where: { $or: [] } }, facts).verdict).toBe('unknown')
  expect(evaluate({ kind: 'event', name: 'a', where: { b: 1 } }, { ...facts, eventTimes: () => [1] }).verdict).toBe(
    'unknown',
  )
})

it('events are taken by their data', () => {
  const seen: boolean[] = []
  const facts = factsOf({
    eventTimes(key, matches) {
      expect(key).toBe('article_viewed{"id":"vat"}')
      for (const event of [
        { name: 'article_viewed', at: 1, data: { id: 'vat' } },
        { name: 'article_viewed', at: 1, data: { id: 'iban' } },
        { name: 'article_viewed', at: 1 },
        { name: 'article_rated', at: 1, data: { id: 'vat' } },
      ])
        seen.push(matches?.(event) ?? false)
      return [1]
    },
  })
  expect(evaluate({ kind: 'content', type: 'article', id: 'vat' }, facts).verdict).toBe(true)
  expect(seen).toEqual([true, false, false, false])
})

it.each<[Rule, Partial<MoreFacts>, Verdict]>([
  [{ kind: 'target', target: '#a' }, { sighting: () => 'visible' }, true],
  [{ kind: 'target', target: '#a' }, { sighting: () => 'absent' }, false],
  [{ kind: 'target', target: '#a', is: 'absent' }, { sighting: () => 'absent' }, true],
  [{ kind: 'target', target: '#a', is: 'clicked' }, { sighting: () => 'visible' }, false],
  [
    { kind: 'target', target: '#a', is: 'clicked' },
    { sighting: (_, asksForClick) => (asksForClick ? 'clicked' : 'visible') },
    true,
  ],
  [{ kind: 'target', target: '#a' }, {}, 'unknown'],
  [{ kind: 'device', is: 'desktop' }, {}, true],
  [{ kind: 'device', is: ['phone', 'tablet'] }, {}, false],
  [{ kind: 'device', minWidthPx: 1280 }, {}, true],
  [{ kind: 'device', maxWidthPx: 1279 }, {}, false],
  [{ kind: 'locale', is: 'en' }, {}, true],
  [{ kind: 'locale', is: ['lv', 'EN-gb'] }, {}, true],
  [{ kind: 'locale', is: 'en-US' }, {}, false],
  [{ kind: 'locale', is: 'e' }, {}, false],
  [{ kind: 'flag', key: 'f' }, { flag: () => true }, true],
  [{ kind: 'flag', key: 'f' }, { flag: () => 'b' }, false],
  [{ kind: 'flag', key: 'f', is: 'b' }, { flag: () => 'b' }, true],
  [{ kind: 'flag', key: 'f', is: { $in: ['a', 'b'] } }, { flag: () => 'b' }, true],
  [{ kind: 'flag', key: 'f' }, {}, 'unknown'],
  [{ kind: 'custom', name: 'p' }, { predicate: () => false }, false],
  [{ kind: 'custom', name: 'p' }, {}, 'unknown'],
  [{ kind: 'struggle' }, { struggles: () => ['rage_click'] }, true],
  [{ kind: 'struggle', is: 'long_dwell' }, { struggles: () => ['rage_click'] }, false],
  [{ kind: 'struggle' }, { struggles: () => [] }, false],
  [{ kind: 'visit', is: 'first' }, { visit: () => ({ isFirst: true, awayMs: 0 }) }, true],
  [{ kind: 'visit', is: 'returning' }, { visit: () => ({ isFirst: true, awayMs: 0 }) }, false],
  [{ kind: 'visit', is: 'returning', awayFor: 'PT1H' }, { visit: () => ({ isFirst: false, awayMs: 3_600_000 }) }, true],
  [
    { kind: 'visit', is: 'returning', awayFor: 'PT2H' },
    { visit: () => ({ isFirst: false, awayMs: 3_600_000 }) },
    false,
  ],
])('%j: case %#', (rule, read, verdict) => {
  expect(verdictOf(rule, read)).toBe(verdict)
})

describe('content', () => {
  const kept: Readonly<Record<string, number>> = {
    'guide/done/completed': 1,
    'guide/left/dismissed': 1,
    'checklist/setup/completed': 1,
    'checklist/hidden/snoozed': 8.64e15,
    'checklist/later/snoozed': 9,
    'checklist/setup/bank': 5,
    'checklist/setup/logo': 5,
    'checklist/setup/logo/reopened': 6,
  }
  const read: Partial<MoreFacts> = { kept: (key) => kept[key] }
  it.each<[string, string, 'completed' | 'dismissed', Verdict]>([
    ['tour', 'done', 'completed', true],
    ['tour', 'left', 'dismissed', true],
    ['tour', 'left', 'completed', false],
    ['tour', 'new', 'completed', false],
    ['checklist', 'setup', 'completed', true],
    ['checklist', 'hidden', 'dismissed', true],
    ['checklist', 'later', 'dismissed', false],
    ['task', 'setup/bank', 'completed', true],
    ['task', 'setup/logo', 'completed', false],
    ['task', 'setup/send', 'completed', false],
  ])('%s %s is %s: %s', (type, id, is, verdict) => {
    expect(verdictOf({ kind: 'content', type: type as 'tour', id, is }, read)).toBe(verdict)
  })
})

describe('time', () => {
  /** A Saturday, noon in UTC. */
  const at = (rule: object, told: Partial<Facts> = {}): Verdict =>
    verdictOf({ kind: 'time', ...rule } as Rule, {}, told)
  it.each<[object, Verdict]>([
    [{}, true],
    [{ from: '2026-01-31', until: '2026-02-01' }, true],
    [{ from: '2026-01-31T12:01Z' }, false],
    [{ until: '2026-01-31T12:00Z' }, false],
    [{ days: [6], timeZone: 'UTC' }, true],
    [{ days: [1, 2, 3, 4, 5], timeZone: 'UTC' }, false],
    [{ between: ['12:00', '12:01'], timeZone: 'UTC' }, true],
    [{ between: ['09:00', '12:00'], timeZone: 'UTC' }, false],
    [{ between: ['14:00', '15:00'], timeZone: 'Europe/Riga' }, true],
    [{ between: ['22:00', '06:00'], timeZone: 'UTC' }, false],
    [{ between: ['11:00', '06:00'], timeZone: 'UTC' }, true],
    [{ days: [7], timeZone: 'Pacific/Kiritimati' }, true],
    [{ days: [6], timeZone: 'Nowhere/At_All' }, 'unknown'],
  ])('%j: %s', (rule, verdict) => {
    expect(at(rule)).toBe(verdict)
  })
  it.each<[unknown, object, Verdict]>([
    ['2026-01-30', { within: 'P7D' }, true],
    ['2026-01-20', { within: 'P7D' }, false],
    ['2026-01-20', { atLeast: 'P7D' }, true],
    [Date.UTC(2026, 0, 30), { atLeast: 'P7D' }, false],
    ['soon', { within: 'P7D' }, 'unknown'],
    [undefined, { within: 'P7D' }, 'unknown'],
  ])('since %s, %j: %s', (signedUpAt, rule, verdict) => {
    expect(at({ since: 'signedUpAt', ...rule }, { trait: () => signedUpAt as string })).toBe(verdict)
  })
})

describe('sample', () => {
  const sampled = (percent: number, unit: string, seed = 's'): Verdict =>
    verdictOf({ kind: 'sample', seed, percent }, { unit: () => unit })
  const units = Array.from({ length: 2000 }, (_, index) => `visitor-${index}`)

  it('takes its share, the same visitors each time, and more of them as it grows', () => {
    const ten = units.filter((unit) => sampled(10, unit))
    expect(ten.length).toBeGreaterThan(150)
    expect(ten.length).toBeLessThan(250)
    expect(units.filter((unit) => sampled(10, unit))).toEqual(ten)
    expect(ten.every((unit) => sampled(50, unit) === true)).toBe(true)
  })
  it('takes others under another seed, all at 100 and none at 0', () => {
    expect(units.some((unit) => sampled(50, unit) !== sampled(50, unit, 't'))).toBe(true)
    expect(units.every((unit) => sampled(100, unit) === true && sampled(0, unit) === false)).toBe(true)
  })
  it('is unknown where nobody may be sampled', () => {
    expect(verdictOf({ kind: 'sample', seed: 's', percent: 100 })).toBe('unknown')
  })
})
