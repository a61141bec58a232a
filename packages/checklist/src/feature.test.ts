import { expect, it, vi } from 'vitest'
import { checklist } from './checklist.ts'
import { createTestContext } from './test-context.ts'

const options = {
  checklists: [
    { id: 'setup', title: 'Set up', tasks: [{ id: 'a', title: 'A', doneWhen: { kind: 'event', name: 'a' } }] },
  ],
} as const
const celebrated = { key: 'checklist/setup/celebrated', value: 1, merge: 'max', changedAt: 1 } as const

function setup(stored: Parameters<typeof createTestContext>[0] = []) {
  const test = createTestContext(stored)
  const targeting = vi.spyOn(test.context, 'targeting')
  return { ...test, targeting, parts: checklist(options).setup(test.context) }
}

it('shows nothing and loads nothing before the visitor’s state was read', () => {
  const { parts, targeting } = setup()
  expect([parts.progress?.value, targeting.mock.calls.length]).toEqual([undefined, 0])
})

it('fills the ring from what an earlier visit left', async () => {
  const { parts, load } = setup([{ ...celebrated, value: 0 }])
  load()
  await vi.waitFor(() => expect(parts.progress?.value).toBe(0))
})

it('loads nothing for a visitor who has seen the end of every checklist, until someone asks', async () => {
  const { parts, load, targeting } = setup([celebrated])
  load()
  await Promise.resolve()
  expect(targeting).not.toHaveBeenCalled()
  expect(await parts.api.progress('setup')).toMatchObject({ id: 'setup', total: 1 })
  expect(targeting).toHaveBeenCalledOnce()
})

it('provides progress to other features, opens by id, and refuses unknown tasks', async () => {
  const { context, parts, load, calls } = setup()
  expect(context.services.get('progress')?.()).toEqual([])
  load()
  await vi.waitFor(() => expect(context.services.get('progress')?.()).toMatchObject([{ id: 'setup', done: 0 }]))
  parts.api.open('setup')
  expect(calls).toEqual(['open checklist setup'])
  await expect(parts.api.complete('setup', 'z' as 'a')).rejects.toMatchObject({ code: 'option-invalid' })
})
