import type { StateEntry } from '@docent/protocol'
import { signal } from '@preact/signals-core'
import { beforeEach, describe, expect, it } from 'vitest'
import { celebrate } from './celebrate.ts'
import { createChecklistModel } from './model.ts'
import type { ChecklistOptions } from './options.ts'
import { createTestContext } from './test-context.ts'

const options: ChecklistOptions = {
  checklists: [
    {
      id: 'setup',
      title: 'Set up',
      tasks: [
        { id: 'project', title: 'Make a project', doneWhen: { kind: 'event', name: 'project_created' } },
        { id: 'plan', title: 'Choose a plan', doneWhen: { kind: 'attr', where: { plan: 'pro' } } },
      ],
    },
    {
      id: 'team',
      title: 'Your team',
      when: { kind: 'attr', where: { role: 'owner' } },
      tasks: [{ id: 'invite', title: 'Invite', doneWhen: { kind: 'event', name: 'member_invited' } }],
    },
  ],
}
const entry = (key: string, value: StateEntry['value'], merge: StateEntry['merge'] = 'max'): StateEntry => ({
  key: `checklist/setup/${key}`,
  value,
  merge,
  changedAt: 5,
})
const ring = signal<number | undefined>()

async function start(stored: StateEntry[] = [], given = options) {
  const test = createTestContext(stored)
  test.load()
  const model = await createChecklistModel(test.context, given, ring)
  return { ...test, model, names: () => test.tracked.value.filter((one) => /^(task|checklist)_/.test(one)) }
}

beforeEach(() => void (ring.value = undefined))

describe('a task', () => {
  it('is ticked once when its rule turns true, and tells agents how far the visitor is', async () => {
    const { context, writes, names } = await start()
    context.track('project_created')
    context.track('project_created')
    expect(writes.map(({ key, value, merge }) => [key, value, merge])).toEqual([
      ['checklist/setup/project', Date.UTC(2026, 10, 20, 9), 'max'],
      ['checklist/setup/progress', { title: 'Set up', done: 1, total: 2, next: 'Choose a plan' }, 'last'],
    ])
    expect(names()).toEqual(['task_completed {"checklist":"setup","task":"project"}'])
  })

  it('stays done when its rule turns false again', async () => {
    const { model, traits, writes } = await start()
    traits.value = { plan: 'pro' }
    traits.value = { plan: 'free' }
    traits.value = { plan: 'pro' }
    expect(model.progress()[0]?.done).toBe(1)
    expect(writes.filter(({ key }) => key.endsWith('/plan'))).toHaveLength(1)
  })

  it('is neither ticked nor tracked again on the next page view', async () => {
    const done = [
      entry('plan', 7),
      entry('progress', { title: 'Set up', done: 1, total: 2, next: 'Make a project' }, 'last'),
    ]
    const { model, traits, writes, names } = await start(done)
    traits.value = { plan: 'pro' }
    expect(model.progress()[0]).toMatchObject({ done: 1, next: 'Make a project' })
    expect([writes, names()]).toEqual([[], []])
  })

  it('ticks live when another tab has done it, without a write of its own', async () => {
    const { model, merge, writes } = await start()
    merge(entry('project', 9))
    expect(model.progress()[0]?.done).toBe(1)
    expect(writes).toEqual([])
  })

  it('waits until the visitor’s state was read', async () => {
    const test = createTestContext([entry('plan', 7)])
    test.traits.value = { plan: 'pro' }
    const loading = createChecklistModel(test.context, options, ring)
    await Promise.resolve()
    test.load()
    await loading
    expect(test.tracked.value).toEqual([])
  })

  it('of a checklist that is not offered does not tick', async () => {
    const { context, model, traits, writes } = await start()
    context.track('member_invited')
    expect([model.progress().length, writes]).toEqual([1, []])
    traits.value = { role: 'owner' }
    expect(model.progress()[1]).toMatchObject({ id: 'team', done: 1 })
  })

  it('is ticked by the host app, which is told of an unknown one', async () => {
    const { context, model, names } = await start()
    model.complete('setup', 'project')
    model.complete('setup', 'project')
    context.track('project_created')
    expect([model.progress()[0]?.done, names().length]).toEqual([1, 1])
    await expect(model.complete('setup', 'nope')).rejects.toThrow(/no task "setup\/nope"/)
  })
})

describe('a checklist', () => {
  it('is completed once', async () => {
    const { context, model, traits, names } = await start()
    context.track('project_created')
    traits.value = { plan: 'pro' }
    expect(names().filter((name) => name.startsWith('checklist_completed'))).toHaveLength(1)
    expect(model.find('setup')?.complete).toBe(true)
  })

  it('shows restored progress on the ring without anyone doing anything', async () => {
    await start([entry('project', 7)])
    expect(ring.value).toBe(0.5)
  })

  it('keeps the ring full until the visitor has seen the end, then hides it', async () => {
    const { model, context } = await start([entry('project', 7), entry('plan', 8)])
    expect(ring.value).toBe(1)
    const checklist = model.find('setup')
    if (checklist) celebrate(context, checklist)
    expect(ring.value).toBeUndefined()
  })

  it('is hidden for today, and back when the visitor returns tomorrow', async () => {
    const { model, clock, visible } = await start()
    const checklist = model.find('setup')
    if (checklist) await model.snooze(checklist, false)
    expect([model.shown.value, ring.value]).toEqual([[], undefined])
    clock.time += 24 * 3_600_000
    visible.value = false
    visible.value = true
    expect(model.shown.value).toHaveLength(1)
  })

  it('counts a skipped task neither as done nor as left', async () => {
    const { model, writes } = await start()
    const checklist = model.find('setup')
    const task = checklist?.tasks[0]
    if (checklist && task) await model.skip(checklist, task, true)
    expect(model.progress()[0]).toMatchObject({ done: 0, total: 1, next: 'Choose a plan' })
    expect(writes.at(-1)?.key).toBe('checklist/setup/progress')
  })

  it('tells agents again when its tasks have changed since', async () => {
    const { writes } = await start([
      entry('project', 7),
      entry('progress', { title: 'Old', done: 1, total: 9 }, 'last'),
    ])
    expect(writes).toMatchObject([{ key: 'checklist/setup/progress', value: { title: 'Set up', total: 2 } }])
  })

  it('does not answer another device that knows other tasks', async () => {
    const { merge, writes } = await start([entry('project', 7)])
    const before = writes.length
    merge({ ...entry('progress', { title: 'Set up', done: 1, total: 9 }, 'last'), changedAt: Date.UTC(2027, 0, 1) })
    expect(writes).toHaveLength(before)
  })
})

describe('a task that reopens', () => {
  const given: ChecklistOptions = {
    checklists: [
      {
        id: 'setup',
        title: 'Set up',
        tasks: [
          { id: 'bank', title: 'Add a bank', reopens: true, doneWhen: { kind: 'attr', where: { bank: true } } },
          { id: 'read', title: 'Read the terms', byHand: true },
        ],
      },
    ],
  }
  const state = (model: Awaited<ReturnType<typeof start>>['model']) => model.find('setup')?.tasks[0]?.state

  it('is open again when the thing is undone, and done again when it is done again', async () => {
    const { model, traits, names } = await start([], given)
    traits.value = { bank: true }
    expect(state(model)).toBe('done')
    traits.value = { bank: false }
    expect(state(model)).toBe('open')
    traits.value = {}
    traits.value = { bank: true }
    expect(state(model)).toBe('done')
    expect(names().map((name) => name.split(' ')[0])).toEqual(['task_completed', 'task_reopened', 'task_completed'])
  })

  it('is not open again because nothing is known', async () => {
    const { model } = await start([entry('bank', 7)], given)
    expect(state(model)).toBe('done')
  })

  it('does not answer a device that sees something else for ever', async () => {
    const { model, traits, merge, writes } = await start([], given)
    traits.value = { bank: true }
    const before = writes.length
    merge(entry('bank/reopened', Date.UTC(2027, 0, 1)))
    expect(state(model)).toBe('open')
    expect(writes).toHaveLength(before)
    traits.value = { bank: false }
    traits.value = { bank: true }
    expect(state(model)).toBe('done')
  })

  it('tells that all is done once, however often it was undone', async () => {
    const { model, traits, names } = await start([], given)
    model.complete('setup', 'read')
    traits.value = { bank: true }
    traits.value = { bank: false }
    traits.value = { bank: true }
    expect(names().filter((name) => name.startsWith('checklist_completed'))).toHaveLength(1)
  })

  it('one that is done by hand is undone by hand', async () => {
    const { model } = await start([], given)
    model.complete('setup', 'read')
    model.complete('setup', 'read')
    expect(model.progress()[0]?.done).toBe(1)
    model.complete('setup', 'read', false)
    expect(model.progress()[0]?.done).toBe(0)
  })
})

it('a list that was put aside for good is gone from home and launcher, and can still be opened', async () => {
  const { model, names } = await start()
  const checklist = model.find('setup')
  if (checklist) await model.snooze(checklist, true)
  expect([model.shown.value, ring.value]).toEqual([[], undefined])
  expect(model.find('setup')?.next?.id).toBe('project')
  expect(names()).toEqual(['checklist_dismissed {"checklist":"setup"}'])
})

it('a task of somebody else is not there, and comes when it is theirs', async () => {
  const given: ChecklistOptions = {
    checklists: [
      {
        id: 'setup',
        title: 'Set up',
        tasks: [
          { id: 'a', title: 'A', byHand: true },
          { id: 'b', title: 'B', byHand: true, when: { kind: 'attr', where: { plan: 'pro' } } },
        ],
      },
    ],
  }
  const { model, traits } = await start([], given)
  expect(model.progress()[0]?.total).toBe(1)
  traits.value = { plan: 'pro' }
  expect(model.progress()[0]?.total).toBe(2)
})
