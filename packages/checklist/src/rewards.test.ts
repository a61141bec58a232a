import { signal } from '@preact/signals-core'
import { expect, it, vi } from 'vitest'
import { createChecklistModel } from './model.ts'
import type { ChecklistOptions } from './options.ts'
import { rewardsOf } from './rewards.ts'
import { createTestContext } from './test-context.ts'

const given: ChecklistOptions = {
  checklists: [
    {
      id: 'setup',
      title: 'Set up',
      badge: 'Pro',
      milestones: [{ id: 'paid', title: 'Ready to be paid', after: ['bank', 'send'], badge: 'Biller' }],
      tasks: [
        { id: 'bank', title: 'Bank', byHand: true, points: 20 },
        { id: 'send', title: 'Send', byHand: true, points: 30 },
        { id: 'invite', title: 'Invite', byHand: true, points: 50 },
      ],
    },
  ],
}

async function start() {
  const test = createTestContext()
  test.load()
  const model = await createChecklistModel(test.context, given, signal())
  const rewards = () => {
    const checklist = model.find('setup')
    return checklist && rewardsOf(checklist, test.context.state.get)
  }
  const told = () => test.tracked.value.filter((name) => name.startsWith('milestone_reached'))
  return { ...test, model, rewards, told }
}

it('points are those of what is done, out of what is not left out', async () => {
  const { model, rewards } = await start()
  expect(rewards()).toMatchObject({ points: 0, pointsAtMost: 100 })
  model.complete('setup', 'bank')
  const checklist = model.find('setup')
  const invite = checklist?.tasks[2]
  if (checklist && invite) await model.skip(checklist, invite, true)
  expect(rewards()).toMatchObject({ points: 20, pointsAtMost: 50 })
})

it('a milestone is reached when all its tasks are done, told once, and stays', async () => {
  const { model, rewards, told } = await start()
  model.complete('setup', 'bank')
  model.complete('setup', 'send')
  await vi.waitFor(() => expect(told()).toEqual(['milestone_reached {"checklist":"setup","milestone":"paid"}']))
  model.complete('setup', 'bank', false)
  model.complete('setup', 'bank')
  expect(told()).toHaveLength(1)
  expect(rewards()).toMatchObject({
    milestones: [{ id: 'paid', reached: true }],
    badges: [
      { title: 'Biller', earned: true },
      { title: 'Pro', earned: false },
    ],
  })
  model.complete('setup', 'invite')
  expect(rewards()?.badges[1]).toEqual({ title: 'Pro', earned: true })
})
