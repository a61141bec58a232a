import { expect, it } from 'vitest'
import { ruleProblem } from './check-rule.ts'

it.each([
  { kind: 'page', path: '/invoices/*' },
  { kind: 'attr', where: { plan: 'pro', seats: { $gt: 3 } } },
  { kind: 'event', name: 'invoice_created', atLeast: 2, within: 'P7D' },
  { kind: 'event', name: 'invoice_created' },
  { kind: 'stage', is: ['new', 'activated'] },
  { kind: 'all', of: [] },
  { kind: 'any', of: [{ kind: 'not', of: { kind: 'page', path: '/' } }] },
])('nothing is wrong with %j', (rule) => {
  expect(ruleProblem(rule, 'rule')).toBeUndefined()
})

it.each([
  [undefined, '`rule` is not a rule'],
  [null, '`rule` is not a rule'],
  ['/invoices', '`rule` is not a rule'],
  [{ path: '/' }, '`rule` is not a rule'],
  [{ kind: 'url', path: '/' }, '`rule.kind` is "url"; known kinds are all, any, not, page, attr, event, stage, target'],
  [{ kind: 'page', path: '/', exact: true }, '`rule.exact` is not a field of a "page" rule; it has path'],
  [{ kind: 'constructor' }, '`rule.kind` is "constructor"'],
  [{ kind: 'attr', where: 'plan' }, '`rule.where` is "plan"; write an object'],
  [{ kind: 'target', target: { id: 'save' } }, '`rule.target` is {"id":"save"}; write a CSS selector'],
  [{ kind: 'device', is: 'watch' }, '`rule.is` is "watch"; write one of phone, tablet, desktop'],
  [{ kind: 'time', days: [0] }, '`rule.days` is [0]; write a list of days from 1 (Monday) to 7'],
  [{ kind: 'time', from: 'tomorrow' }, '`rule.from` is "tomorrow"; write a date'],
  [{ kind: 'sample', seed: 'a', percent: 101 }, '`rule.percent` is 101; write a number from 0 to 100'],
  [{ kind: 'page' }, '`rule.path` is missing'],
  [{ kind: 'not' }, '`rule.of` is missing'],
  [{ kind: 'event', atLeast: 1 }, '`rule.name` is missing'],
  [{ kind: 'event', name: 'a', within: '7 days' }, '`rule.within` is "7 days"; write an ISO 8601 duration'],
  [{ kind: 'all', of: { kind: 'page', path: '/' } }, '`rule.of` must be a list of rules'],
])('%j: %s', (rule, problem) => {
  expect(ruleProblem(rule, 'rule')).toContain(problem)
})

it('says where in the tree', () => {
  const rule = {
    kind: 'all',
    of: [
      { kind: 'page', path: '/' },
      { kind: 'not', of: { kind: 'any', of: [{}] } },
    ],
  }
  expect(ruleProblem(rule, 'tours[0].when')).toBe(
    '`tours[0].when.of[1].of.of[0]` is not a rule; a rule is an object with a `kind`',
  )
})

const withinProblem = (within: unknown) => ruleProblem({ kind: 'event', name: 'a', within }, 'rule')

it.each(['', 'P', 'PT', 'P1DT', '7D', 'P7', 'P1Y', 'P1M', 'P-1D', 'P1.5D', 'PT1S1M', 'p7d', '7 days', ' P7D', 7])(
  '%j is no duration',
  (text) => {
    expect(withinProblem(text)).toContain('write an ISO 8601 duration')
  },
)

it.each(['P7D', 'P2W', 'PT36H', 'PT12M', 'PT30S', 'P1DT12H30M', 'P1W1D', 'P0D'])('%s is a duration', (text) => {
  expect(withinProblem(text)).toBeUndefined()
})
