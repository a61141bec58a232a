import type { StateEntry } from '@docent/protocol'
import { describe, expect, it } from 'vitest'
import type { ChecklistDefinition } from './options.ts'
import { isShown, progressOf, reduceChecklist } from './reduce.ts'

const rule = { kind: 'stage', is: 'new' } as const
const setup: ChecklistDefinition = {
  id: 'setup',
  title: 'Set up',
  tasks: [
    { id: 'account', title: 'Create an account', required: true, minutes: 1, doneWhen: rule },
    { id: 'bank', title: 'Add a bank', minutes: 2, doneWhen: rule },
    { id: 'send', title: 'Send an invoice', requires: ['bank', 'account'], minutes: 5, doneWhen: rule },
  ],
}
const entries = (values: Record<string, StateEntry['value']>): Map<string, StateEntry> =>
  new Map(
    Object.entries(values).map(([key, value]) => [
      `checklist/setup/${key}`,
      { key: `checklist/setup/${key}`, value, merge: 'last', changedAt: 1 },
    ]),
  )
const states = (values: Record<string, StateEntry['value']>): string[] =>
  reduceChecklist(setup, entries(values)).tasks.map(({ state }) => state)

describe('reduceChecklist', () => {
  it('locks a task until all that it requires is done, and says which is missing', () => {
    expect(states({})).toEqual(['open', 'open', 'locked'])
    expect(reduceChecklist(setup, entries({ account: 5 })).tasks[2]?.waitsFor).toEqual(['Add a bank'])
    expect(states({ account: 5, bank: 6 })).toEqual(['done', 'done', 'open'])
  })

  it('counts what is left: progress, the next task, the minutes', () => {
    const checklist = reduceChecklist(setup, entries({ account: 5 }))
    expect(progressOf(checklist)).toEqual({ id: 'setup', title: 'Set up', done: 1, total: 3, next: 'Add a bank' })
    expect(checklist.minutesLeft).toBe(7)
  })

  it('takes a skipped task out of the count and lets it unlock what waits for it', () => {
    const checklist = reduceChecklist(setup, entries({ account: 5, 'bank/skipped': true }))
    expect(checklist.tasks.map(({ state }) => state)).toEqual(['done', 'skipped', 'open'])
    expect([checklist.done, checklist.total]).toEqual([1, 2])
  })

  it('does not believe that a required task was skipped', () => {
    expect(states({ 'account/skipped': true })[0]).toBe('open')
  })

  it('in the listed order, each task waits for all before it', () => {
    const listed = { ...setup, order: 'listed' } as const
    const of = (values: Record<string, StateEntry['value']>) => reduceChecklist(listed, entries(values)).tasks
    expect(of({}).map(({ state }) => state)).toEqual(['open', 'locked', 'locked'])
    expect(of({ account: 1, 'bank/skipped': true }).map(({ state }) => state)).toEqual(['done', 'skipped', 'open'])
  })

  it('believes what came later: done, undone, done again', () => {
    expect(states({ account: 5, 'account/reopened': 6 })[0]).toBe('open')
    expect(states({ account: 7, 'account/reopened': 6 })[0]).toBe('done')
  })

  it('does not wait for a task that the visitor does not have', () => {
    const without = reduceChecklist(setup, entries({ account: 1 }), ({ id }) => id !== 'bank')
    expect(without.tasks.map(({ id, state }) => `${id} ${state}`)).toEqual(['account done', 'send open'])
  })

  it('prefers done over skipped', () => {
    expect(states({ bank: 5, 'bank/skipped': true })[1]).toBe('done')
  })

  it('is complete when nothing is left and something was done', () => {
    expect(reduceChecklist(setup, entries({ account: 1, bank: 2 })).complete).toBe(false)
    expect(reduceChecklist(setup, entries({ account: 1, 'bank/skipped': true, send: 3 })).complete).toBe(true)
  })

  it('counts the celebration again when a task was added since', () => {
    const all = { account: 1, bank: 2, send: 3 }
    expect(reduceChecklist(setup, entries({ ...all, celebrated: 3 })).celebrated).toBe(true)
    expect(reduceChecklist(setup, entries({ ...all, celebrated: 2 })).celebrated).toBe(false)
  })
})

describe('isShown', () => {
  const shown = (values: Record<string, StateEntry['value']>, now: number): boolean =>
    isShown(reduceChecklist(setup, entries(values)), now)
  it('hides a snoozed checklist until its hour, and a finished one once it was celebrated', () => {
    expect(shown({}, 10)).toBe(true)
    expect(shown({ snoozed: 20 }, 10)).toBe(false)
    expect(shown({ snoozed: 20 }, 20)).toBe(true)
    const all = { account: 1, bank: 2, send: 3 }
    expect(shown(all, 10)).toBe(true)
    expect(shown({ ...all, celebrated: 3 }, 10)).toBe(false)
  })
})
