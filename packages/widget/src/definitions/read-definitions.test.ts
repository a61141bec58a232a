import { describe, expect, it } from 'vitest'
import { checklist, guide } from '../index.ts'
import { mapTexts } from './map-texts.ts'
import { migrate } from './migrate.ts'
import { readDefinitions } from './read-definitions.ts'
import { document } from './test-document.ts'

const steps = (read: ReturnType<typeof readDefinitions>) => read.guide.tours?.[0]?.steps ?? []

describe('a document', () => {
  it('is what guide() and checklist() take, with its targets in their places', () => {
    const read = readDefinitions(document)
    expect(() => [guide(read.guide), checklist(read.checklist)]).not.toThrow()
    expect(steps(read)[0]?.target).toEqual([{ testId: 'new' }, { role: 'button', name: 'New invoice' }])
    expect(read.guide.tours?.[0]?.when).toEqual({
      kind: 'target',
      target: [{ testId: 'new' }, { role: 'button', name: 'New invoice' }],
    })
    expect(read.checklist.checklists[0]?.tasks).toHaveLength(1)
  })

  it('without a part leaves that part out', () => {
    expect(readDefinitions({ version: 1 })).toEqual({ guide: {}, checklist: { checklists: [] } })
  })

  it.each([
    [[], 'The definitions are no object'],
    [{ tours: [] }, 'The `version` of the definitions is undefined'],
    [{ version: 2 }, 'have version 2, and this Docent reads up to 1'],
    [{ version: 1, tour: [] }, 'have no field `tour`'],
    [{ version: 1, tours: [{ id: 'a', steps: [] }] }, '`tours[0].steps` has no step'],
    [{ version: 1, tips: [{ id: 'a', text: 'A', target: { ref: 'nope' } }] }, '`tips[0].target.ref` is "nope"'],
    [{ version: 1, checklists: {} }, '`checklists` is not a list'],
    [{ version: 1, translations: { lv: 'x' } }, '`translations` is no object of objects'],
  ])('is refused when it is wrong: %j', (given, problem) => {
    expect(() => readDefinitions(given)).toThrow(problem)
  })
})

describe('translations', () => {
  it('take the place of what is written, by locale or by language', () => {
    for (const locale of ['lv', 'lv-LV'])
      expect(steps(readDefinitions(document, locale)).map(({ title }) => title)).toEqual([
        'Pirmais rēķins',
        'How was it?',
      ])
    expect(steps(readDefinitions(document, 'fr'))[0]?.title).toBe('Your first invoice')
  })

  it('of an answer reach the branch that waits for it', () => {
    expect(steps(readDefinitions(document, 'lv'))[1]).toMatchObject({
      question: { options: ['Labi', 'Badly'] },
      next: [{ answer: 'Labi' }],
    })
  })

  it('have a key for every text that visitors read, and for nothing else', () => {
    const keys: string[] = []
    mapTexts(document, (text, key) => {
      keys.push(key)
      return text
    })
    expect(keys).toEqual([
      ...['tours/first/steps/new/title', 'tours/first/steps/new/text'],
      ...['tours/first/steps/how/title', 'tours/first/steps/how/text'],
      ...['tours/first/steps/how/question/options/0', 'tours/first/steps/how/question/options/1'],
      ...['tips/due/text', 'nudges/stuck/text', 'nudges/stuck/action/text'],
      ...['checklists/setup/title', 'checklists/setup/tasks/first/title', 'checklists/setup/tasks/first/help/label'],
    ])
  })
})

describe('versions', () => {
  const renamed = (from: string, to: string) => (before: Readonly<Record<string, unknown>>) => {
    const { [from]: value, ...rest } = before
    return { ...rest, [to]: value }
  }
  const steps = [renamed('flows', 'journeys'), renamed('journeys', 'tours')]

  it('are brought up to date one by one', () => {
    expect(migrate({ version: 1, flows: ['a'] }, steps)).toEqual({ version: 3, tours: ['a'] })
    expect(migrate({ version: 2, journeys: ['a'] }, steps)).toEqual({ version: 3, tours: ['a'] })
    expect(migrate({ version: 3, tours: ['a'] }, steps)).toEqual({ version: 3, tours: ['a'] })
  })

  it.each([0, 1.5, '1', 4])('%j is refused', (version) => {
    expect(() => migrate({ version }, steps)).toThrow(/version/)
  })
})
