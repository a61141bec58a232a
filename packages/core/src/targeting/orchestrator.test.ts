import { batch, signal } from '@preact/signals-core'
import fc from 'fast-check'
import { expect, it, vi } from 'vitest'
import type { Rule, Verdict } from '../rules/rule.ts'
import { createScope } from '../scope.ts'
import { createOrchestrator } from './orchestrator.ts'
import type { SurfaceRequest } from './orchestrator-types.ts'

/** An orchestrator with one hold and one rule in the test's hands. */
async function open(ready = true) {
  const scope = createScope()
  const typing = signal(false)
  const verdict = signal<Verdict>(true)
  const screen = new Set<string>()
  const manners = {
    gates: () => [{ gate: 'not-typing', verdict: !typing.value }],
    shown: vi.fn(),
    left: vi.fn(),
  }
  const load = vi.fn(async () => manners)
  const judge = (rule: Rule) => ({ rule, verdict: verdict.value, seen: '/here' })
  const orchestrator = createOrchestrator(scope, judge, load, vi.fn())
  const ask = (id: string, request: Partial<SurfaceRequest> = {}) =>
    orchestrator.request({
      ...{ id, slot: 'blocking', reason: 'automatic' },
      show() {
        screen.add(id)
        return () => screen.delete(id)
      },
      ...request,
    })
  if (ready) await orchestrator.explain()
  return { load, manners, ask, scope, typing, verdict, orchestrator, shown: () => [...screen] }
}
const rule: Rule = { kind: 'page', path: '/' }

it('one surface per slot: the first stays, release hands over in the order of asking', async () => {
  const { ask, shown } = await open()
  const [first, second, third] = [ask('a/1'), ask('a/2'), ask('a/3')]
  expect(shown()).toEqual(['a/1'])
  expect([first.shown.value, second.shown.value, third.shown.value]).toEqual([true, false, false])
  first.release()
  expect(shown()).toEqual(['a/2'])
  third.release()
  second.release()
  expect(shown()).toEqual([])
})

it('slots do not stand in each other’s way', async () => {
  const { ask, shown } = await open()
  ask('tour')
  ask('tip', { slot: 'anchored' })
  ask('news', { slot: 'bar' })
  expect(shown()).toEqual(['tour', 'tip', 'news'])
})

it('manual beats automatic whatever its priority, the latest manual beats the earlier, and they hand back', async () => {
  const { ask, shown } = await open()
  ask('automatic', { priority: 100 })
  const first = ask('manual-1', { reason: 'manual' })
  expect(shown()).toEqual(['manual-1'])
  const second = ask('manual-2', { reason: 'manual' })
  expect(shown()).toEqual(['manual-2'])
  second.release()
  expect(shown()).toEqual(['manual-1'])
  first.release()
  expect(shown()).toEqual(['automatic'])
})

it('the higher priority goes first among automatic ones', async () => {
  const { ask, shown } = await open()
  ask('low')
  ask('high', { priority: 1 })
  expect(shown()).toEqual(['high'])
})

it('a hold keeps automatic ones away, lets others come, and does not take down what is shown', async () => {
  const { ask, shown, typing } = await open()
  ask('before', { slot: 'bar' })
  typing.value = true
  expect(shown()).toEqual(['before'])
  ask('waits')
  ask('resumes', { slot: 'corner', reason: 'resume' })
  ask('asked-for', { slot: 'anchored', reason: 'manual' })
  expect(shown()).toEqual(['before', 'resumes', 'asked-for'])
  typing.value = false
  expect(shown()).toContain('waits')
})

it('a rule that is false or unknown shows nothing until it is true', async () => {
  const { ask, shown, verdict } = await open()
  verdict.value = 'unknown'
  ask('ruled', { rule })
  expect(shown()).toEqual([])
  verdict.value = false
  expect(shown()).toEqual([])
  verdict.value = true
  expect(shown()).toEqual(['ruled'])
})

it('a resumed surface does not ask its rule again', async () => {
  const { ask, shown, verdict } = await open()
  verdict.value = false
  ask('resumed', { reason: 'resume', rule })
  expect(shown()).toEqual(['resumed'])
})

it('explain gives every gate in order, also those after the one that is closed, with the trace', async () => {
  const { ask, orchestrator, typing, verdict } = await open()
  ask('guide/first', { reason: 'manual' })
  typing.value = true
  verdict.value = false
  ask('guide/second', { rule })
  expect(await orchestrator.explain('second')).toEqual([
    {
      id: 'guide/second',
      shown: false,
      gates: [
        {
          gate: 'rule',
          verdict: false,
          why: 'page /here does not match /',
          trace: { kind: 'page', verdict: false, read: 'page /here does not match /' },
        },
        { gate: 'not-typing', verdict: false, why: 'the visitor is typing' },
        { gate: 'slot', verdict: false, why: 'guide/first is in the blocking slot' },
      ],
    },
  ])
  expect(await orchestrator.explain('guide/first')).toEqual([
    {
      id: 'guide/first',
      shown: true,
      gates: [
        { gate: 'manual', verdict: true, why: 'was asked for' },
        { gate: 'slot', verdict: true, why: 'the blocking slot is free for it' },
      ],
    },
  ])
  expect((await orchestrator.explain()).map(({ id }) => id)).toEqual(['guide/first', 'guide/second'])
  expect(await orchestrator.explain('third')).toEqual([])
})

it('draws once and leaves once, and takes everything down with the scope', async () => {
  const { ask, scope, shown, typing } = await open()
  const leave = vi.fn()
  const show = vi.fn(() => leave)
  const ticket = ask('watched', { show })
  typing.value = true
  typing.value = false
  expect(show).toHaveBeenCalledTimes(1)
  ask('other', { slot: 'bar' })
  scope.dispose()
  ticket.release()
  expect(leave).toHaveBeenCalledTimes(1)
  expect(shown()).toEqual([])
})

it('asks for manners when the first automatic surface is due, and waits for them', async () => {
  const { ask, load, manners, shown, verdict } = await open(false)
  verdict.value = 'unknown'
  ask('later', { rule })
  ask('asked-for', { slot: 'anchored', reason: 'manual' })
  expect([load.mock.calls.length, shown()]).toEqual([0, ['asked-for']])
  verdict.value = true
  await vi.waitFor(() => expect(shown()).toEqual(['asked-for', 'later']))
  expect(load).toHaveBeenCalledOnce()
  expect(manners.shown.mock.calls.map(([request]) => request.id)).toEqual(['later'])
})

it('what is shown and what the gates say never disagree', async () => {
  const slots = ['blocking', 'anchored'] as const
  const request = fc.record({
    slot: fc.constantFrom(...slots),
    priority: fc.integer({ min: 0, max: 2 }),
    reason: fc.constantFrom('automatic' as const, 'manual' as const, 'resume' as const),
    ruled: fc.boolean(),
  })
  await fc.assert(
    fc.asyncProperty(
      fc.array(request, { maxLength: 6 }),
      fc.array(fc.tuple(fc.boolean(), fc.constantFrom<Verdict>(true, false, 'unknown')), {
        minLength: 1,
        maxLength: 4,
      }),
      async (requests, turns) => {
        const { ask, orchestrator, scope, typing, verdict } = await open()
        typing.value = true
        verdict.value = false
        for (const [index, { ruled, ...wanted }] of requests.entries())
          ask(`a/${index}`, { ...wanted, ...(ruled && { rule }) })
        for (const [isTyping, judged] of turns) {
          const before = new Set((await orchestrator.explain()).filter((one) => one.shown).map(({ id }) => id))
          batch(() => {
            typing.value = isTyping
            verdict.value = judged
          })
          for (const { id, shown, gates } of await orchestrator.explain()) {
            const isOpen = gates.every((gate) => gate.verdict === true)
            // Holds and rules keep things from appearing; only a rival takes them away.
            expect(shown, JSON.stringify({ id, gates })).toBe(
              isOpen || (before.has(id) && gates.at(-1)?.verdict === true),
            )
          }
        }
        scope.dispose()
      },
    ),
  )
})
