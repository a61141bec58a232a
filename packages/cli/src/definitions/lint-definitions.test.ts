import { describe, expect, it } from 'vitest'
import { lintDefinitions } from './lint-definitions.ts'

const step = (id: string, more: object = {}) => ({ id, title: id, text: id, ...more })
const tour = (...steps: object[]) => ({ version: 1, tours: [{ id: 'welcome', steps }] })
const hidden = (id: string, to?: string) => ({ id, kind: 'hidden', ...(to && { next: [{ to }] }) })
const lint = (document: object, articles?: ReadonlySet<string>): string[] =>
  lintDefinitions({ version: 1, ...document }, 'docent.json', articles).map(
    ({ severity, message, remedy }) => `${severity}: ${message}. ${remedy}`,
  )

describe('steps', () => {
  it('in a row, with branches, and loops with a way out are as they should be', () => {
    expect(lint(tour(step('a'), step('b'), hidden('c')))).toEqual([])
    const again = [{ answer: { atMost: 3 }, to: 'a' }]
    expect(lint(tour(step('a'), step('b', { kind: 'question', question: { kind: 'rating' }, next: again })))).toEqual(
      [],
    )
  })

  it('that nothing leads to are found', () => {
    expect(lint(tour(step('a', { next: [{ to: 'c' }] }), step('b'), step('c')))).toEqual([
      'warning: The step “b” of the tour “welcome” is never reached. Let a step lead to it, or remove it',
    ])
  })

  it('that lead round for ever are found', () => {
    const found = lint(tour(step('a', { next: [{ to: 'b' }] }), step('b', { next: [{ to: 'a' }] })))
    expect(found).toEqual([
      'error: The step “a” of the tour “welcome” never comes to an end. Let a branch lead out of the circle',
      'error: The step “b” of the tour “welcome” never comes to an end. Let a branch lead out of the circle',
    ])
  })

  it('that spin without the visitor are found, also where a rule may end it', () => {
    const ends = { next: [{ when: { kind: 'page', path: '/' } }, { to: 'b' }] }
    const found = lint(tour(step('a'), hidden('b', 'c'), { ...hidden('c'), ...ends }))
    expect(found).toHaveLength(2)
    expect(found[0]).toMatch(/^error: The step “b” .* goes in a circle without waiting for the visitor/)
    expect(
      lint(tour(step('a'), hidden('b', 'c'), { ...hidden('c'), ...ends, advance: { kind: 'event', name: 'e' } })),
    ).toEqual([])
  })
})

describe('references', () => {
  const action = (kind: string, id: string) => tour(step('a', { action: { kind, id } }))

  it('to tours and articles lead somewhere', () => {
    expect(lint(action('guide', 'welcom'))).toEqual([
      'error: “tours[0].steps[0].action” names the tour “welcom”, which is not there. Did you mean “welcome”?',
    ])
    expect(lint(action('article', 'vat'))).toEqual([])
    expect(lint(action('article', 'vta'), new Set(['vat']))[0]).toContain('names the article “vta”')
    expect(lint(action('article', 'vat'), new Set(['vat']))).toEqual([])
  })

  it('of rules to tours, checklists and tasks too', () => {
    const when = (type: string, id: string) => ({
      banners: [{ id: 'b', text: 'B', when: { kind: 'content', type, id } }],
    })
    const checklists = [{ id: 'setup', title: 'Set up', tasks: [{ id: 'bank', title: 'Bank', byHand: true }] }]
    for (const [type, id] of [
      ['checklist', 'setup'],
      ['task', 'setup/bank'],
    ] as const)
      expect(lint({ checklists, ...when(type, id) })).toEqual([])
    for (const [type, id] of [
      ['tour', 'x'],
      ['checklist', 'x'],
      ['task', 'setup/x'],
    ] as const)
      expect(lint({ checklists, ...when(type, id) })[0]).toContain(`names the ${type} “${id}”`)
  })
})

it('texts without translation, and translations without text', () => {
  const found = lint({
    ...tour(step('a')),
    translations: { lv: { 'tours/welcome/steps/a/title': 'A', 'tours/old': 'x' } },
  })
  expect(found).toEqual([
    'warning: “a” is not translated into “lv”. Add "tours/welcome/steps/a/text" to translations.lv',
    'warning: translations.lv has “tours/old”, which is no text of these definitions. Remove it',
  ])
})

it('what comes again without end', () => {
  const nudge = (again: string) => ({ nudges: [{ id: 'n', text: 'N', when: { kind: 'struggle' }, again }] })
  expect(lint(nudge('PT0S'))[0]).toMatch(/^error: The nudge “n” comes again at once/)
  expect(lint(nudge('PT2H'))[0]).toMatch(/^warning: The nudge “n” comes again after less than a day/)
  expect(lint(nudge('P7D'))).toEqual([])
})

it('what the features refuse is one error with its remedy', () => {
  expect(lint({ tours: [{ id: 'a b', steps: [] }] })).toEqual([
    'error: `tours[0].id` is "a b". Use 1 to 80 letters, digits, dots, dashes or underscores',
  ])
})
