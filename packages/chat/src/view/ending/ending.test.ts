import { createTranslator, type FeatureContext } from '@docent/core'
import { signal } from '@preact/signals'
import { h, render } from 'preact'
import { afterEach, expect, it, vi } from 'vitest'
import { conversationWith } from '../../test-messages.ts'
import type { ViewContext } from '../view-context.ts'
import { Ending } from './Ending.tsx'

afterEach(() => {
  document.body.replaceChildren()
  vi.restoreAllMocks()
})

function draw(more: { rating?: { solved: boolean; ratedAt: number }; commands?: string[]; queries?: string[] } = {}) {
  const { commands = ['conversation-rate', 'conversation-reopen'], queries = ['transcript'], rating } = more
  const done: object[] = []
  const link = {
    capabilities: signal({ commands, queries }),
    send: async (name: string, input: object) => void done.push({ name, ...input }),
    query: async () => ({ name: 'talk.txt', text: 'Ada: Hello' }),
  }
  const context = {
    translator: (messages: Parameters<FeatureContext['translator']>[0]) => createTranslator(() => 'en', messages),
    report: (error: unknown) => {
      throw error
    },
  }
  const view = { context, model: { link } } as unknown as ViewContext
  const conversation = { ...conversationWith(), status: 'closed', ...(rating && { rating }) } as const
  const container = document.body.appendChild(document.createElement('div'))
  render(h(Ending, { view, conversation }), container)
  const button = (name: string) =>
    [...container.querySelectorAll('button')].find(
      (one) => one.textContent === name || one.getAttribute('aria-label') === name,
    )
  return { container, button, done, to: { id: conversation.id } }
}

it('asks whether it was solved, then how it was', async () => {
  const { button, done, to } = draw()
  expect(button('4 of 5')).toBeUndefined()
  button('Yes')?.click()
  await vi.waitFor(() => expect(button('4 of 5')).toBeDefined())
  button('4 of 5')?.click()
  await vi.waitFor(() => expect(button('4 of 5')?.getAttribute('aria-pressed')).toBe('true'))
  expect(done).toEqual([
    { name: 'conversation-rate', to, solved: true },
    { name: 'conversation-rate', to, score: 4 },
  ])
  expect(button('Reopen the conversation')).toBeUndefined()
})

it('offers the way back where it was not solved', async () => {
  const { button, done, to } = draw({ rating: { solved: false, ratedAt: 1 } })
  expect(button('No')?.getAttribute('aria-pressed')).toBe('true')
  button('Reopen the conversation')?.click()
  expect(done).toEqual([{ name: 'conversation-reopen', to }])
})

it('saves the conversation as a file', async () => {
  const saved: string[] = []
  vi.spyOn(URL, 'createObjectURL').mockReturnValue('blob:talk')
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    saved.push(`${this.download} ${this.href}`)
  })
  draw().button('Download the conversation')?.click()
  await vi.waitFor(() => expect(saved).toEqual(['talk.txt blob:talk']))
})

it('offers nothing that the backend cannot do', () => {
  expect(draw({ commands: [], queries: [] }).container.querySelectorAll('button')).toHaveLength(0)
})
