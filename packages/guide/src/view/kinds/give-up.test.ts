import { expect, it, vi } from 'vitest'
import type { StepDefinition } from '../../options.ts'
import { createTestContext } from '../../test-context.ts'
import { giveUp } from './give-up.ts'

function giveUpOn(step: Partial<StepDefinition>, last = false) {
  const { context, tracked } = createTestContext()
  const asked: unknown[] = []
  context.services.provide({
    startConversation: (draft) => void asked.push(draft),
    suggestArticles: async () => [],
  })
  const control = { advance: vi.fn(), stop: vi.fn(), place: { peek: () => ({ last, tour: { id: 'welcome' } }) } }
  const open = (...what: unknown[]): void => void asked.push(what)
  const dealt = giveUp({ ...context, open } as never, control as never, {
    ...{ id: 'one', title: 'One', text: 'One', target: { css: '#nope' } },
    ...step,
  })
  return { ...control, asked, dealt, tracked }
}

it('leaves a step to stand in the middle where nothing else is said', () => {
  const { dealt, advance, stop } = giveUpOn({})
  expect([dealt, advance.mock.calls, stop.mock.calls]).toEqual([false, [], []])
})

it('goes on to the next, but does not finish a tour that was not seen to its end', () => {
  expect(giveUpOn({ ifMissing: 'skip' }).advance).toHaveBeenCalledWith('one', true)
  const { advance, stop } = giveUpOn({ ifMissing: 'skip' }, true)
  expect([advance.mock.calls, stop.mock.calls]).toEqual([[], [['target_missing']]])
})

it('ends, alone or for an article or the chat', () => {
  expect(giveUpOn({ ifMissing: 'end' }).stop).toHaveBeenCalledWith('target_missing')
  const article = giveUpOn({ ifMissing: { kind: 'article', id: 'vat' } })
  expect([article.stop.mock.calls, article.asked]).toEqual([[['target_missing']], [['faq', 'vat']]])
  const chat = { kind: 'chat', text: 'Where is it?' } as const
  expect(giveUpOn({ ifMissing: chat }).asked).toEqual([chat])
})

it('tells how the target fared', async () => {
  const { tracked } = giveUpOn({ ifMissing: 'skip', waitMs: 500 })
  await vi.waitFor(() =>
    expect(tracked).toMatchObject([
      { name: 'guide_target_missing', data: { tour: 'welcome', step: 'one', waited_ms: 500 } },
    ]),
  )
})
