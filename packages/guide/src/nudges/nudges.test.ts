import type { SurfaceRequest, Targeting } from '@docent/core'
import { createScope, memoryStorage } from '@docent/core'
import { expect, it, vi } from 'vitest'
import { createTestContext } from '../test-context.ts'
import { checkNudges } from './check-nudges.ts'
import { drawNudge } from './draw-nudge.ts'
import type { NudgeDefinition } from './nudge-definition.ts'
import { showNudges } from './show-nudges.ts'

const nudge: NudgeDefinition = {
  ...{ id: 'stuck', when: { kind: 'struggle' }, title: 'Stuck?', text: 'Can we help?' },
  ...{ action: { kind: 'run', name: 'help', label: 'Help me' }, delayMs: 500, groups: ['care'] },
}

function open(given: NudgeDefinition, before?: Parameters<typeof createTestContext>[0]) {
  const test = createTestContext(before)
  const asked: SurfaceRequest[] = []
  const orchestrator = {
    request(request: SurfaceRequest) {
      asked.push(request)
      return { shown: { value: false }, release: () => void asked.splice(asked.indexOf(request), 1) }
    },
  }
  showNudges(test.context, { orchestrator } as unknown as Targeting, [given])
  const entries = () => test.context.state.entries.value ?? new Map()
  return { ...test, asked, entries }
}

it('asks for the corner by rule, delay and groups', () => {
  const { asked } = open(nudge)
  expect(asked).toMatchObject([
    {
      id: 'guide/stuck',
      slot: 'corner',
      reason: 'automatic',
      rule: { kind: 'struggle' },
      delayMs: 500,
      groups: ['care'],
    },
  ])
})

it('is over for good once it was answered, here or on another device', () => {
  const { context, asked } = open(nudge)
  context.state.put({ key: 'guide/stuck/dismissed', value: context.clock.now(), merge: 'max' })
  expect(asked).toEqual([])
})

it('comes again after its time, when the visitor moves on', () => {
  const { context, asked, clock, ...test } = open({ ...nudge, again: 'P7D' })
  context.state.put({ key: 'guide/stuck/completed', value: context.clock.now(), merge: 'max' })
  expect(asked).toEqual([])
  clock.time += 7 * 86_400_000
  void test
  ;(context.page.url as unknown as { value: string }).value = 'https://app.example/next'
  expect(asked).toHaveLength(1)
})

it('is put off for its time', () => {
  const { context, asked, clock } = open({ ...nudge, snooze: 'P1D' })
  context.state.put({ key: 'guide/stuck/snoozed', value: context.clock.now(), merge: 'max' })
  expect(asked).toEqual([])
  clock.time += 86_400_000
  ;(context.page.url as unknown as { value: string }).value = 'https://app.example/next'
  expect(asked).toHaveLength(1)
})

it('is answered where it stands, and the team is told what it answers', () => {
  const { context } = createTestContext()
  const start = vi.fn()
  context.services.provide({ startConversation: start })
  const host = document.createElement('div')
  const layer = document.createElement('div')
  host.attachShadow({ mode: 'open' }).append(layer)
  document.body.append(host)
  const answers: string[] = []
  const given = { ...nudge, answer: true, snooze: 'P1D' }
  const opened = vi.fn()
  drawNudge(
    { ...context, storage: memoryStorage(), open: opened },
    given,
    layer,
    (how) => answers.push(how),
    createScope(),
  )
  const field = layer.querySelector('textarea')
  if (!field) throw new Error('It cannot be answered')
  const press = (init: object) => field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', ...init }))
  press({})
  field.value = ' Yes please '
  press({ isComposing: true })
  expect(start).not.toHaveBeenCalled()
  press({})
  expect(start).toHaveBeenCalledWith({
    ...{ text: 'Yes please', isSent: true, context: { extra: { answered: 'Can we help?' } } },
  })
  ;[...layer.querySelectorAll('button')].find(({ textContent }) => textContent === 'Later')?.click()
  expect(answers).toEqual(['completed', 'snoozed'])
})

it('says what it has to say, does what its button says, and never takes the focus', () => {
  const { context } = createTestContext()
  const help = vi.fn()
  const answers: string[] = []
  const host = document.createElement('div')
  const layer = document.createElement('div')
  host.attachShadow({ mode: 'open' }).append(layer)
  document.body.append(host)
  const scope = createScope()
  const before = document.activeElement
  const open = vi.fn(async () => {})
  const storage = { ...context.storage, open }
  drawNudge({ ...context, storage, actions: { help } }, nudge, layer, (how) => answers.push(how), scope)
  const [act, close] = layer.querySelectorAll('button')
  expect(layer.querySelector('[role=status]')?.textContent).toBe('Stuck?Can we help?Help meNot now')
  expect(document.activeElement).toBe(before)
  // What writes is there before the answer, which may lead to another page at once.
  expect(open).toHaveBeenCalledTimes(1)
  act?.click()
  close?.click()
  expect([help.mock.calls.length, answers]).toEqual([1, ['completed', 'dismissed']])
  scope.dispose()
  expect(layer.childElementCount).toBe(0)
})

it.each([
  [{}, '`nudges` is not a list'],
  [[{ ...nudge, id: 'a/b' }], '`nudges[0].id` is "a/b"'],
  [[nudge, nudge], '`nudges[1].id` is "stuck"'],
  [[{ ...nudge, text: ' ' }], '`nudges[0].text` is not a text'],
  [[{ ...nudge, when: undefined }], '`nudges[0].when` is not a rule'],
  [[{ ...nudge, again: '7 days' }], '`nudges[0].again` is "7 days"'],
  [[{ ...nudge, snooze: 'tomorrow' }], '`nudges[0].snooze` is "tomorrow"'],
  [[{ ...nudge, answer: 'yes' }], '`nudges[0].answer` is "yes"'],
  [[{ ...nudge, delayMs: -1 }], '`nudges[0].delayMs` is -1'],
])('rejects %j', (nudges, problem) => {
  expect(() => checkNudges(nudges)).toThrow(problem)
})
