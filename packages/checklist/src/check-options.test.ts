import { DocentError } from '@docent/core'
import { describe, expect, it } from 'vitest'
import { checkChecklistOptions } from './check-options.ts'
import type { ChecklistOptions } from './options.ts'

const task = { id: 'a', title: 'A', doneWhen: { kind: 'event', name: 'a_done' } }
const withChecklist = (more: object) => ({ checklists: [{ id: 'setup', title: 'Set up', tasks: [task], ...more }] })
const withTasks = (...tasks: object[]) => ({ checklists: [{ id: 'setup', title: 'Set up', tasks }] })

const problemOf = (options: unknown): string => {
  try {
    checkChecklistOptions(options as ChecklistOptions)
  } catch (error) {
    if (error instanceof DocentError) return `${error.code}: ${error.message}`
    throw error
  }
  return ''
}

describe('checkChecklistOptions', () => {
  it('accepts what the documentation shows', () => {
    const send = { ...task, id: 'b', requires: ['a'], minutes: 2, action: { kind: 'page', url: '/x' } }
    expect(problemOf(withTasks(task, send))).toBe('')
    expect(problemOf({ checklists: [] })).toBe('')
  })

  it.each([
    ['no options', undefined, '`checklists` is not a list'],
    ['an id with a slash', { checklists: [{ id: 'a/b', title: 'x', tasks: [task] }] }, '`checklists[0].id` is "a/b"'],
    ['a missing title', withTasks({ ...task, title: '' }), '`checklists[0].tasks[0].title` is not a text'],
    ['no tasks', withTasks(), '`checklists[0].tasks` has no task'],
    [
      'the same id twice',
      withTasks(task, task),
      '`checklists[0].tasks[1].id` is "a", as is `checklists[0].tasks[0].id`',
    ],
    ['an id of our own', withTasks({ ...task, id: 'progress' }), '"progress", which Docent uses itself'],
    ['no rule', withTasks({ id: 'a', title: 'A' }), '`checklists[0].tasks[0].doneWhen` is missing'],
    [
      'an unknown rule',
      withTasks({ ...task, doneWhen: { kind: 'moon' } }),
      '`checklists[0].tasks[0].doneWhen.kind` is "moon"',
    ],
    [
      'an unknown rule inside',
      withTasks({ ...task, doneWhen: { kind: 'not', of: { kind: 'moon' } } }),
      'doneWhen.of.kind` is "moon"',
    ],
    ['an unknown requirement', withTasks({ ...task, requires: ['z'] }), '`checklists[0].tasks[0].requires[0]` is "z"'],
    ['a requirement on itself', withTasks({ ...task, requires: ['a'] }), 'goes in a circle: a → a'],
    [
      'a circle',
      withTasks({ ...task, requires: ['b'] }, { ...task, id: 'b', requires: ['a'] }),
      'goes in a circle: a → b → a',
    ],
    [
      'an unknown action',
      withTasks({ ...task, action: { kind: 'dance' } }),
      '`checklists[0].tasks[0].action.kind` is "dance"',
    ],
    [
      'an action without its address',
      withTasks({ ...task, help: { kind: 'page' } }),
      '`checklists[0].tasks[0].help.url` is missing',
    ],
    ['points below none', withTasks({ ...task, points: -1 }), '`checklists[0].tasks[0].points` is -1'],
    ['a flag that is none', withTasks({ ...task, byHand: 'yes' }), '`checklists[0].tasks[0].byHand` is "yes"'],
    [
      'what reopens and is watched by nothing',
      withTasks({ id: 'a', title: 'A', byHand: true, reopens: true }),
      'has no `doneWhen` to watch',
    ],
    ['an order of its own', withChecklist({ order: 'random' }), '`checklists[0].order` is "random"'],
    [
      'a milestone after nothing',
      withChecklist({ milestones: [{ id: 'm', title: 'M', after: [] }] }),
      '`checklists[0].milestones[0].after` names no task',
    ],
    [
      'a milestone after a stranger',
      withChecklist({ milestones: [{ id: 'm', title: 'M', after: ['z'] }] }),
      '`checklists[0].milestones[0].after` has "z"',
    ],
    ['minutes that are no number', withTasks({ ...task, minutes: -1 }), '`checklists[0].tasks[0].minutes` is -1'],
  ])('rejects %s', (_, options, problem) => {
    expect(problemOf(options)).toContain(problem)
    expect(problemOf(options)).toContain('option-invalid: ')
  })
})
