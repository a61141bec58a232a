import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { durationMs, evaluate, matchesPath } from './evaluate.ts'
import { explainRule } from './explain-rule.ts'
import type { AttributeTest, Facts, Rule, Trace, Verdict } from './rule.ts'

const nowMs = Date.UTC(2026, 0, 31)
const dayMs = 86_400_000

const factsOf = (told: Partial<Facts> = {}): Facts => ({
  path: () => '/',
  trait: () => undefined,
  eventTimes: () => undefined,
  stage: () => undefined,
  now: () => nowMs,
  ...told,
})
const verdictOf = (rule: Rule, told?: Partial<Facts>): Verdict => evaluate(rule, factsOf(told)).verdict
const explained = (rule: Rule, told?: Partial<Facts>): Trace => explainRule(evaluate(rule, factsOf(told)))

/** Rules whose verdict is known. */
const yes: Rule = { kind: 'page', path: '/' }
const no: Rule = { kind: 'page', path: '/elsewhere' }
const unsure: Rule = { kind: 'stage', is: 'new' }

describe('all, any, not', () => {
  it.each<[readonly Rule[], Verdict, Verdict]>([
    [[], true, false],
    [[yes], true, true],
    [[no], false, false],
    [[unsure], 'unknown', 'unknown'],
    [[yes, no], false, true],
    [[yes, unsure], 'unknown', true],
    [[unsure, no], false, 'unknown'],
    [[unsure, yes, no], false, true],
  ])('three-valued: case %#', (of, all, any) => {
    expect(verdictOf({ kind: 'all', of })).toBe(all)
    expect(verdictOf({ kind: 'any', of })).toBe(any)
  })

  it('not turns true and false around and leaves unknown', () => {
    const negated = [yes, no, unsure].map((of) => verdictOf({ kind: 'not', of }))
    expect(negated).toEqual([false, true, 'unknown'])
  })

  it('the trace holds every part, also after one that decides', () => {
    const trace = explained({ kind: 'all', of: [no, { kind: 'not', of: unsure }] })
    expect(trace).toEqual({
      kind: 'all',
      verdict: false,
      read: 'all of 2: page / does not match /elsewhere',
      of: [
        { kind: 'page', verdict: false, read: 'page / does not match /elsewhere' },
        {
          kind: 'not',
          verdict: 'unknown',
          read: 'not',
          of: [{ kind: 'stage', verdict: 'unknown', read: 'stage is not known yet, wanted new' }],
        },
      ],
    })
  })
})

describe('laws of three-valued logic', () => {
  const leaf = fc.constantFrom(yes, no, unsure)
  const { rule } = fc.letrec<{ rule: Rule }>((tie) => ({
    rule: fc.oneof(
      { maxDepth: 4 },
      leaf,
      fc.record({ kind: fc.constantFrom('all', 'any'), of: fc.array(tie('rule'), { maxLength: 4 }) }),
      fc.record({ kind: fc.constant('not'), of: tie('rule') }),
    ) as fc.Arbitrary<Rule>,
  }))
  const not = (of: Rule): Rule => ({ kind: 'not', of })

  it('not not x is x', () => {
    fc.assert(fc.property(rule, (x) => verdictOf(not(not(x))) === verdictOf(x)))
  })

  it('not all is any not, and not any is all not', () => {
    fc.assert(
      fc.property(fc.array(rule, { maxLength: 5 }), (of) => {
        expect(verdictOf(not({ kind: 'all', of }))).toBe(verdictOf({ kind: 'any', of: of.map(not) }))
        expect(verdictOf(not({ kind: 'any', of }))).toBe(verdictOf({ kind: 'all', of: of.map(not) }))
      }),
    )
  })

  it('the order of the parts does not matter', () => {
    fc.assert(
      fc.property(
        fc.array(rule, { maxLength: 5 }),
        fc.constantFrom('all' as const, 'any' as const),
        (of, kind) => verdictOf({ kind, of: of.toReversed() }) === verdictOf({ kind, of }),
      ),
    )
  })

  it('learning what was unknown never turns a true or false around', () => {
    fc.assert(
      fc.property(rule, fc.constantFrom('new', 'activated'), (x, stage) => {
        const before = verdictOf(x)
        if (before !== 'unknown') expect(verdictOf(x, { stage: () => stage })).toBe(before)
      }),
    )
  })
})

describe('page', () => {
  it.each([
    ['/', '/', true],
    ['/', '/a', false],
    ['/invoices', '/invoices', true],
    ['/invoices', '/invoices/', true],
    ['/invoices/', '/invoices', true],
    ['/invoices', '/invoices/42', false],
    ['/invoices', '/invoices-old', false],
    ['/invoices/:id', '/invoices/42', true],
    ['/invoices/:id', '/invoices/', false],
    ['/invoices/:id', '/invoices', false],
    ['/invoices/:id', '/invoices/42/edit', false],
    ['/invoices/:id/edit', '/invoices/42/edit', true],
    ['/invoices/*', '/invoices', true],
    ['/invoices/*', '/invoices/42', true],
    ['/invoices/*', '/invoices/42/edit', true],
    ['/invoices/*', '/invoices-old', false],
    ['/:team/invoices/*', '/acme/invoices/1', true],
    ['/*', '/', true],
    ['/*', '/anything/at/all', true],
    ['/invoices?tab=open', '/invoices', true],
    ['/invoices#top', '/invoices', true],
    ['/Invoices', '/invoices', false],
  ])('the pattern %s on %s: %s', (pattern, path, matches) => {
    expect(matchesPath(pattern, path)).toBe(matches)
  })

  it('says what it compared', () => {
    const trace = explained({ kind: 'page', path: '/invoices/*' }, { path: () => '/invoices/42' })
    expect(trace).toEqual({ kind: 'page', verdict: true, read: 'page /invoices/42 matches /invoices/*' })
  })
})

describe('attr', () => {
  const traits = { plan: 'pro', seats: 5, trial: false, tags: ['a', 'b'], nothing: null, since: '2026-01-10' }
  const known: Partial<Facts> = { trait: (name) => traits[name as 'plan'] }

  it.each<[string, AttributeTest, Verdict]>([
    ['plan', 'pro', true],
    ['plan', 'free', false],
    ['plan', { $eq: 'pro' }, true],
    ['plan', { $eq: 'free' }, false],
    ['plan', { $ne: 'free' }, true],
    ['plan', { $ne: 'pro' }, false],
    ['plan', { $in: ['pro', 'team'] }, true],
    ['plan', { $in: ['free'] }, false],
    ['plan', { $nin: ['free'] }, true],
    ['plan', { $nin: ['pro'] }, false],
    ['plan', { $regex: '^p' }, true],
    ['plan', { $regex: '^P' }, false],
    ['plan', { $regex: '(' }, 'unknown'],
    ['seats', 5, true],
    ['seats', '5', false],
    ['seats', { $gt: 4 }, true],
    ['seats', { $gt: 5 }, false],
    ['seats', { $gte: 5 }, true],
    ['seats', { $gte: 6 }, false],
    ['seats', { $lt: 6 }, true],
    ['seats', { $lt: 5 }, false],
    ['seats', { $lte: 5 }, true],
    ['seats', { $lte: 4 }, false],
    ['seats', { $gte: 3, $lt: 10 }, true],
    ['seats', { $gte: 3, $lt: 5 }, false],
    ['since', { $gt: '2026-01-09' }, true],
    ['trial', false, true],
    ['tags', ['a', 'b'], true],
    ['tags', ['b', 'a'], false],
    ['nothing', null, true],
    ['plan', { $exists: true }, true],
    ['plan', { $exists: false }, false],
    ['nothing', { $exists: false }, true],
    ['untold', { $exists: true }, false],
    ['untold', { $exists: false }, true],
    ['untold', { $exists: true, $eq: 'x' }, false],
    ['untold', 'x', 'unknown'],
    ['untold', { $ne: 'x' }, 'unknown'],
    ['plan', { $almost: 'pro' } as AttributeTest, 'unknown'],
  ])('%s tested with %j: %s', (name, test, verdict) => {
    expect(verdictOf({ kind: 'attr', where: { [name]: test } }, known)).toBe(verdict)
  })

  it('all attributes must pass, and each has its own trace', () => {
    const rule: Rule = { kind: 'attr', where: { plan: 'pro', untold: 1 } }
    expect(explained(rule, known)).toEqual({
      kind: 'attr',
      verdict: 'unknown',
      read: 'every attribute',
      of: [
        { kind: 'attr', verdict: true, read: 'plan is "pro", wanted "pro"' },
        { kind: 'attr', verdict: 'unknown', read: 'untold is not known, wanted 1' },
      ],
    })
    expect(verdictOf({ kind: 'attr', where: { plan: 'free', untold: 1 } }, known)).toBe(false)
  })
})

describe('event', () => {
  const times = [nowMs - 10 * dayMs, nowMs - 7 * dayMs, nowMs - 1]
  const told: Partial<Facts> = { eventTimes: (name) => (name === 'invoice_created' ? times : []) }
  const name = 'invoice_created'

  it.each<[Partial<Extract<Rule, { kind: 'event' }>>, Verdict]>([
    [{}, true],
    [{ atLeast: 3 }, true],
    [{ atLeast: 4 }, false],
    [{ atLeast: 2, within: 'P7D' }, true],
    [{ atLeast: 3, within: 'P7D' }, false],
    [{ atLeast: 3, within: 'P2W' }, true],
    [{ name: 'invoice_sent' }, false],
    [{ name: 'invoice_sent', atLeast: 0 }, true],
  ])('%j: %s', (fields, verdict) => {
    expect(verdictOf({ kind: 'event', name, ...fields }, told)).toBe(verdict)
  })

  it('is unknown until the times are loaded', () => {
    expect(explained({ kind: 'event', name })).toEqual({
      kind: 'event',
      verdict: 'unknown',
      read: 'invoice_created is not loaded yet, wanted 1',
    })
  })

  it('says how often, and in which time', () => {
    const trace = explained({ kind: 'event', name, atLeast: 3, within: 'P7D' }, told)
    expect(trace.read).toBe('invoice_created happened 2 times in P7D, wanted 3')
  })
})

it('stage is one or one of several, and unknown until it is told', () => {
  const at: Partial<Facts> = { stage: () => 'activated' }
  expect(verdictOf({ kind: 'stage', is: 'activated' }, at)).toBe(true)
  expect(verdictOf({ kind: 'stage', is: 'new' }, at)).toBe(false)
  expect(explained({ kind: 'stage', is: ['new', 'activated'] }, at)).toEqual({
    kind: 'stage',
    verdict: true,
    read: 'stage is activated, wanted new or activated',
  })
  expect(verdictOf({ kind: 'stage', is: 'new' })).toBe('unknown')
})

it('a kind of a later version is unknown, also turned around', () => {
  const later = { kind: 'weather', is: 'rain' } as unknown as Rule
  expect(explained(later)).toMatchObject({ kind: 'weather', verdict: 'unknown' })
  expect(verdictOf({ kind: 'not', of: later })).toBe('unknown')
})

it.each([
  ['P7D', 7 * dayMs],
  ['P2W', 14 * dayMs],
  ['PT36H', 36 * 3_600_000],
  ['PT12M', 12 * 60_000],
  ['PT30S', 30_000],
  ['P1DT12H30M', 1.5 * dayMs + 30 * 60_000],
  ['P1W1D', 8 * dayMs],
  ['P0D', 0],
])('the duration %s is %d ms', (text, ms) => {
  expect(durationMs(text)).toBe(ms)
})
