import type { Json } from '@docent/protocol'
import fc from 'fast-check'
import { type MoreFacts, moreRules } from './more-leaves.ts'
import type { Facts, Rule } from './rule.ts'

const nowMs = Date.UTC(2026, 0, 31, 12)

/** Facts as told, with every kind of rule loaded. */
export function factsOf(told: Partial<Facts> = {}, read: Partial<MoreFacts> = {}): Facts {
  const nothing = (): undefined => undefined
  const more = moreRules({
    sighting: nothing,
    kept: nothing,
    device: () => ({ is: 'desktop', widthPx: 1280 }),
    locale: () => 'en-GB',
    moment: () => nowMs,
    unit: nothing,
    flag: nothing,
    predicate: nothing,
    struggles: nothing,
    visit: nothing,
    ...read,
  })
  return {
    path: () => '/',
    trait: nothing,
    eventTimes: nothing,
    stage: nothing,
    now: () => nowMs,
    more: () => more,
    ...told,
  }
}

const text = fc.constantFrom('new', 'plan', 'seats', 'invoice_created', 'welcome')
const texts = fc.oneof(text, fc.array(text, { minLength: 1, maxLength: 3 }))
const duration = fc.constantFrom('P7D', 'PT1H', 'P1DT2H')
const value: fc.Arbitrary<Json> = fc.constantFrom<Json>('pro', 'free', 5, true, null, ['a', 'b'])
const test = fc.oneof(
  value,
  fc.record({ $in: fc.array(value, { maxLength: 3 }) }),
  fc.record({ $gt: fc.nat(10) }),
  fc.record({ $exists: fc.boolean() }),
  fc.record({ $not: fc.record({ $eq: value }) }),
  fc.record({ $regexi: fc.constantFrom('^P', '(') }),
)
const conditions = fc.dictionary(fc.constantFrom('plan', 'seats', 'company.name'), test, { maxKeys: 3 })
const where = fc.oneof(conditions, fc.record({ $or: fc.array(conditions, { maxLength: 2 }) }))
const some = { requiredKeys: [] as [] }
const kind = <K extends Rule['kind']>(name: K) => fc.constant(name)

const leaf: fc.Arbitrary<object> = fc.oneof(
  fc.record({ kind: kind('page'), path: fc.constantFrom('/', '/invoices/*', '/:team') }),
  fc.record({ kind: kind('attr'), where }),
  fc.record(
    { kind: kind('event'), name: text, atLeast: fc.nat(3), within: duration, where },
    { requiredKeys: ['kind', 'name'] },
  ),
  fc.record({ kind: kind('stage'), is: texts }),
  fc.record(
    {
      kind: kind('target'),
      target: fc.constantFrom('#save', { testId: 'save' }, [{ role: 'button', name: 'Save' }]),
      is: fc.constantFrom('visible', 'absent', 'clicked'),
    },
    { requiredKeys: ['kind', 'target'] },
  ),
  fc.record(
    {
      kind: kind('content'),
      type: fc.constantFrom('tour', 'checklist', 'task', 'article'),
      id: text,
      is: fc.constantFrom('completed', 'dismissed'),
    },
    { requiredKeys: ['kind', 'type', 'id'] },
  ),
  fc.record(
    {
      kind: kind('device'),
      is: fc.constantFrom('phone', ['tablet', 'desktop']),
      minWidthPx: fc.nat(2000),
      maxWidthPx: fc.nat(2000),
    },
    { requiredKeys: ['kind'] },
  ),
  fc.record({ kind: kind('locale'), is: fc.constantFrom('en', ['lv', 'ru'], 'en-GB') }),
  fc
    .record(
      {
        from: fc.constantFrom('2026-01-01', '2026-02-01T09:00Z'),
        until: fc.constant('2027-01-01'),
        days: fc.constantFrom([1, 2], [6, 7]),
        between: fc.constantFrom(['09:00', '17:00'], ['22:00', '06:00']),
        timeZone: fc.constantFrom('Europe/Riga', 'Nowhere/At_All'),
        since: fc.constantFrom('signedUpAt', 'plan'),
        atLeast: duration,
        within: duration,
      },
      some,
    )
    .map((fields) => ({ kind: 'time', ...fields })),
  fc.record({ kind: kind('sample'), seed: text, percent: fc.integer({ min: 0, max: 100 }) }),
  fc.record({ kind: kind('flag'), key: text, is: value }, { requiredKeys: ['kind', 'key'] }),
  fc.record({ kind: kind('custom'), name: text }),
  fc.record(
    { kind: kind('struggle'), is: fc.constantFrom('rage_click', ['long_dwell', 'repeated_error']) },
    { requiredKeys: ['kind'] },
  ),
  fc.record(
    { kind: kind('visit'), is: fc.constantFrom('first', 'returning'), awayFor: duration },
    { requiredKeys: ['kind', 'is'] },
  ),
)

/** Rules of every kind, some of them within each other. */
export const arbitraryRule: fc.Arbitrary<Rule> = fc.letrec<{ rule: Rule }>((tie) => ({
  rule: fc.oneof(
    { maxDepth: 3 },
    leaf as fc.Arbitrary<Rule>,
    fc.record({ kind: fc.constantFrom('all' as const, 'any' as const), of: fc.array(tie('rule'), { maxLength: 3 }) }),
    fc.record({ kind: fc.constant('not' as const), of: tie('rule') }),
  ),
})).rule

/** What may be known, and what not. */
export const arbitraryFacts: fc.Arbitrary<Facts> = fc
  .record({
    path: fc.constantFrom('/', '/invoices/42', '/acme'),
    traits: fc.dictionary(fc.constantFrom('plan', 'seats', 'signedUpAt'), value),
    times: fc.option(fc.array(fc.integer({ min: nowMs - 1e9, max: nowMs }), { maxLength: 4 }), { nil: undefined }),
    stage: fc.option(text, { nil: undefined }),
    sighting: fc.constantFrom('visible' as const, 'absent' as const, 'clicked' as const, undefined),
    kept: fc.constantFrom<Json | undefined>(1, undefined),
    is: fc.constantFrom('phone' as const, 'tablet' as const, 'desktop' as const),
    widthPx: fc.nat(2000),
    unit: fc.option(fc.uuid(), { nil: undefined }),
    answer: fc.constantFrom(true, false, undefined),
    struggles: fc.constantFrom(undefined, [], ['rage_click' as const]),
    visit: fc.constantFrom(undefined, { isFirst: true, awayMs: 0 }, { isFirst: false, awayMs: 1e9 }),
  })
  .map((one) =>
    factsOf(
      { path: () => one.path, trait: (name) => one.traits[name], eventTimes: () => one.times, stage: () => one.stage },
      {
        sighting: () => one.sighting,
        kept: () => one.kept,
        device: () => ({ is: one.is, widthPx: one.widthPx }),
        unit: () => one.unit,
        flag: () => one.answer,
        predicate: () => one.answer,
        struggles: () => one.struggles,
        visit: () => one.visit,
      },
    ),
  )
