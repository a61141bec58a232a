import { createTranslator, type FeatureContext } from '@docent/core'
import type { MessageAnswer, MessagePart } from '@docent/protocol'
import { signal } from '@preact/signals'
import { h, render } from 'preact'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { ChatOptions } from '../../options.ts'
import { messageWith } from '../../test-messages.ts'
import type { Bubble } from '../../thread.ts'
import type { ViewContext } from '../view-context.ts'
import { MessageParts } from './MessageParts.tsx'

afterEach(() => document.body.replaceChildren())

/** A message of an agent's, drawn; what it does is in `done`. */
function draw(
  parts: readonly MessagePart[],
  more: { answer?: MessageAnswer; commands?: string[]; options?: object } = {},
) {
  const done: unknown[] = []
  const outbox = signal<readonly object[]>([])
  const context = {
    translator: (messages: Parameters<FeatureContext['translator']>[0]) => createTranslator(() => 'en', messages),
    open: (feature: string, route: string) => void done.push(`open ${feature}/${route}`),
    report: (error: unknown) => void done.push(`report ${error}`),
    ...{ locale: signal('en'), clock: { now: () => 0 } },
  } as unknown as FeatureContext
  const link = {
    ...{ outbox, capabilities: signal({ commands: more.commands ?? ['message-answer'] }) },
    send: async (name: string, input: object) => void done.push({ name, ...input }),
    query: async (_: string, { id }: { id: string }) => ({ id, url: `https://files.example/${id}?fresh` }),
  }
  const send = async (key: string, text: string) => void done.push(`${key}: ${text}`)
  const view = {
    context,
    model: { link, acts: async () => ({ send }) },
    options: (more.options ?? {}) as ChatOptions,
  } as unknown as ViewContext
  const message = { ...messageWith(1), parts, ...(more.answer && { answer: more.answer }) }
  const bubble = { key: 'b1', parts, message } as unknown as Bubble
  const container = document.body.appendChild(document.createElement('div'))
  render(h(MessageParts, { view, bubble }), container)
  const button = (name: string) => [...container.querySelectorAll('button')].find((one) => one.textContent === name)
  return { container, done, button, outbox, message }
}

describe('choices', () => {
  const choices: MessagePart = {
    type: 'choices',
    once: true,
    options: [
      { value: 'm', label: 'Monthly' },
      { value: 'y', label: 'Yearly' },
    ],
  }

  it('answer with their value, on the message that asked', () => {
    const { button, done, message } = draw([choices])
    button('Yearly')?.click()
    const to = { id: message.conversationId }
    expect(done).toEqual([{ name: 'message-answer', to, messageId: message.id, value: 'y' }])
  })

  it('answer as a message where the backend records no answers', async () => {
    const { button, done, message } = draw([choices], { commands: [] })
    button('Yearly')?.click()
    await vi.waitFor(() => expect(done).toEqual([`${message.conversationId}: Yearly`]))
  })

  it('show the chosen one once it was chosen, also while it is on its way', async () => {
    expect(draw([choices], { answer: { value: 'm', answeredAt: 0 } }).container.textContent).toBe('Monthly')
    const { container, outbox, message } = draw([choices])
    outbox.value = [{ command: { name: 'message-answer', input: { messageId: message.id, value: 'y' } } }]
    await vi.waitFor(() => expect(container.textContent).toBe('Yearly'))
  })
})

describe('a form', () => {
  const form: MessagePart = {
    type: 'form',
    fields: [
      { name: 'email', label: 'E-mail', kind: 'email', required: true },
      { name: 'plan', label: 'Plan', kind: 'select', required: false, options: ['Free', 'Pro'] },
    ],
  }
  const fill = async (container: HTMLElement, text: string): Promise<void> => {
    const field = container.querySelector('input')
    if (!field) throw new Error('There is no field')
    field.value = text
    field.dispatchEvent(new Event('input', { bubbles: true }))
    await vi.waitFor(() => expect(container.querySelector('input')?.value).toBe(text))
    container.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true }))
  }

  it('says what is missing or is no address, and sends the rest', async () => {
    const { container, done } = draw([form])
    const told = (text: string) =>
      vi.waitFor(() => expect(container.querySelector('[role=alert]')?.textContent).toBe(text))
    await fill(container, '')
    await told('Fill in “E-mail”.')
    await fill(container, 'ada')
    await told('Write an e-mail address for “E-mail”.')
    expect(done).toEqual([])
    await fill(container, 'ada@example.com')
    expect(done).toMatchObject([{ name: 'message-answer', value: { email: 'ada@example.com' } }])
  })

  it('tells a rating as the number that it is, and knows a field called `constructor`', async () => {
    const { container, done } = draw([
      {
        type: 'form',
        fields: [
          { name: 'constructor', label: 'Builder', kind: 'text', required: true },
          { name: 'stars', label: 'Stars', kind: 'rating', required: false },
        ],
      },
    ])
    const stars = container.querySelector('select')
    if (!stars) throw new Error('There is no rating')
    stars.value = '4'
    stars.dispatchEvent(new Event('change', { bubbles: true }))
    await fill(container, 'Ada')
    expect(done).toMatchObject([{ name: 'message-answer', value: { constructor: 'Ada', stars: 4 } }])
  })

  it('shows what was sent, whatever that is', () => {
    const hostile = { value: { email: { toString: 'x' }, plan: 7 }, answeredAt: 0 }
    expect(draw([form], { answer: hostile }).container.textContent).toBe('Plan: 7')
    const answer = { value: { email: 'ada@example.com', plan: 'Pro' }, answeredAt: 0 }
    expect(draw([form], { answer }).container.textContent).toBe('E-mail: ada@example.com\nPlan: Pro')
  })
})

describe('a card', () => {
  it('opens what is safe to open and nothing else', () => {
    const { container, button, done } = draw([
      {
        type: 'card',
        title: 'Invoice 7',
        actions: [
          { label: 'See', url: 'https://example.com/7' },
          { label: 'Bad', url: 'javascript:alert(1)' },
          { label: 'Pay', value: 'pay' },
        ],
      },
    ])
    expect([...container.querySelectorAll('a')].map(({ href }) => href)).toEqual(['https://example.com/7'])
    expect(container.textContent).not.toContain('Bad')
    button('Pay')?.click()
    expect(done).toMatchObject([{ name: 'message-answer', value: 'pay' }])
  })
})

it('opens articles and sources in the help centre', () => {
  const { button, done, container } = draw([
    { type: 'text', text: 'See **this**', format: 'markdown' },
    { type: 'article', articleId: 'iban', title: 'IBAN' },
    { type: 'source', title: 'Bank details', articleId: 'bank' },
    { type: 'source', title: 'Law', url: 'https://example.com/law' },
  ])
  button('IBAN')?.click()
  button('Bank details')?.click()
  expect(done).toEqual(['open faq/iban', 'open faq/bank'])
  expect(container.querySelector('section')?.textContent).toBe('SourcesBank detailsLaw')
})

it('asks for a fresh address of a file whose link has run out', async () => {
  const file = { id: 'f1', url: 'https://files.example/f1?old', expiresAt: 1 }
  const { container } = draw([{ type: 'file', file, name: 'a.pdf', mime: 'application/pdf', bytes: 12_345 }])
  await vi.waitFor(() => expect(container.querySelector('a')?.href).toBe('https://files.example/f1?fresh'))
  expect(container.textContent).toBe('a.pdf13 kB')
})

describe('a custom part', () => {
  const custom: MessagePart = { type: 'custom', name: 'order', data: 7, fallback: 'Order 7' }

  it('is drawn by the code of the host, which can end it', async () => {
    const ended = vi.fn()
    const order = (data: unknown, element: HTMLElement) => {
      element.textContent = `#${data}`
      return ended
    }
    const { container } = draw([custom], { options: { parts: { order } } })
    await vi.waitFor(() => expect(container.textContent).toBe('#7'))
    render(null, container)
    await vi.waitFor(() => expect(ended).toHaveBeenCalledOnce())
  })

  it('is its words where there is no such code, or it fails', async () => {
    expect(draw([custom]).container.textContent).toBe('Order 7')
    const order = () => {
      throw new Error('no')
    }
    const { container, done } = draw([custom], { options: { parts: { order } } })
    await vi.waitFor(() => expect(container.textContent).toBe('Order 7'))
    expect(done).toEqual(['report Error: no'])
  })

  it('of a kind that is not known is what it is called', () => {
    const unknown = { type: 'hologram', title: 'A hologram' } as unknown as MessagePart
    expect(draw([unknown]).container.textContent).toBe('A hologram')
  })
})
