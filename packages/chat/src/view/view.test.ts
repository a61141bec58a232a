import {
  createScope,
  createServices,
  createTranslator,
  type FeatureContext,
  type LinkStatus,
  memoryStorage,
  type OutboxEntry,
  type Stored,
} from '@docent/core'
import type { Message } from '@docent/protocol'
import { createFakeClock, createFakePage } from '@docent/testkit'
import { type Signal, signal } from '@preact/signals'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { createModel } from '../model.ts'
import { conversationWith, messageWith, visitor } from '../test-messages.ts'
import { bubblesIn } from '../thread.ts'
import { createView } from './index.tsx'

type Receiver = Parameters<Awaited<ReturnType<FeatureContext['engine']>>['link']['addReceiver']>[0]

/** A link whose outbox and connection the test sets. */
function createTestLink() {
  const outbox: Signal<readonly OutboxEntry[]> = signal([])
  const status: Signal<LinkStatus> = signal('online')
  const receivers: Receiver[] = []
  const change = (patch: Partial<OutboxEntry>): void =>
    void (outbox.value = outbox.peek().map((entry) => ({ ...entry, ...patch })))
  const link = {
    ...{ outbox, status, capabilities: signal(undefined), kept: () => true, hint: vi.fn(), retry: vi.fn() },
    addReceiver(receiver: Receiver) {
      receivers.push(receiver)
      return () => {}
    },
    query: async () => ({ items: [] }),
    discard: (id: string) => void (outbox.value = outbox.peek().filter(({ command }) => command.id !== id)),
    async send(name: string, input: object, id = 'k1') {
      const command = { id, name, input, createdAt: 0 } as unknown as OutboxEntry['command']
      outbox.value = [...outbox.peek(), { command, state: 'queued', attempts: 0 }]
      return id
    },
  }
  return {
    link,
    outbox,
    status,
    change,
    receive: (...events: Parameters<Receiver['receive']>[0]) => {
      for (const receiver of receivers) receiver.receive(events)
    },
  }
}

const opened: ReturnType<typeof createScope>[] = []
afterEach(() => {
  for (const scope of opened.splice(0)) scope.dispose()
  document.body.replaceChildren()
})

/** The view of a conversation that is there, drawn in the page. What sends comes when `hold` ends. */
async function openChat(messages: readonly Message[] = [], hold?: Promise<unknown>) {
  const scope = createScope()
  opened.push(scope)
  const testLink = createTestLink()
  const page = createFakePage()
  const panel = signal({ feature: 'chat', route: 'c1' })
  const cached: (readonly [string, Stored])[] = messages.map((message) => [
    `cache/chat/message/c1/${message.id}`,
    message,
  ])
  cached.push(['cache/chat/conversation/c1', conversationWith()])
  const context = {
    ...{ scope, page, panel, clock: createFakeClock(), locale: signal('en'), config: signal({}) },
    ...{ services: createServices(), storage: memoryStorage(cached) },
    ...{ engine: async () => ({ link: testLink.link }), track: () => {}, close: () => {} },
    open: (feature: string, route = '') => void (panel.value = { feature, route }),
    translator: (messages: Parameters<FeatureContext['translator']>[0]) => createTranslator(() => 'en', messages),
    report: (error: unknown) => {
      throw error
    },
  } as unknown as FeatureContext
  const made = await createModel(context, signal(0))
  const model = { ...made, acts: () => Promise.resolve(hold).then(made.acts) }
  const mount = async () => {
    const view = createScope()
    opened.push(view)
    const container = document.body.appendChild(document.createElement('div'))
    const chat = await createView(context, model, {})
    chat.mount(container, view, signal('c1'))
    await vi.waitFor(() => expect(container.querySelector('[role=log]')).not.toBeNull(), { interval: 2 })
    view.add(() => container.remove())
    return { close: view.dispose }
  }
  return { ...testLink, page, model, mount, ...(await mount()) }
}

const field = (): HTMLTextAreaElement => {
  const found = document.querySelector('textarea')
  if (!found) throw new Error('There is no composer')
  return found
}
/** Typed, and drawn. */
const type = async (text: string): Promise<void> => {
  field().value = text
  field().dispatchEvent(new Event('input', { bubbles: true }))
  await vi.waitFor(() => expect(button('Send')?.disabled).toBe(!text.trim() || text.length > 10_000), { interval: 2 })
}
const press = (init: KeyboardEventInit): boolean =>
  field().dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true, ...init }))
const shows = (text: string) => vi.waitFor(() => expect(document.body.textContent).toContain(text), { interval: 2 })
const button = (name: string): HTMLButtonElement | undefined =>
  [...document.querySelectorAll('button')].find(
    (one) => one.textContent?.trim() === name || one.getAttribute('aria-label') === name,
  )

describe('a message of the visitor', () => {
  it('waits while the page is offline, and is sent', async () => {
    const { page, status, change, outbox, receive } = await openChat()
    page.online.value = false
    status.value = 'offline'
    await type('Hello there')
    press({})
    await shows('Sending when you’re back online')
    await shows('You’re offline.')
    page.online.value = true
    status.value = 'online'
    change({ state: 'sending' })
    await vi.waitFor(() => expect(document.body.textContent).not.toContain('offline'), { interval: 2 })
    receive({ type: 'message-added', message: messageWith(1, { author: visitor, commandId: 'k1' }) })
    outbox.value = []
    await shows('Sent ')
    expect(document.querySelectorAll('.bubble')).toHaveLength(1)
  })

  it('that failed says why, and can be sent again or edited', async () => {
    const { link, change, outbox } = await openChat()
    await type('Hello there')
    press({})
    await shows('Hello there')
    change({ state: 'failed', error: { code: 'forbidden', message: 'No guests' } })
    await shows('Not sent: No guests')
    button('Try again')?.click()
    expect(link.retry).toHaveBeenCalledWith('k1')
    button('Edit')?.click()
    await vi.waitFor(() => expect(field().value).toBe('Hello there'), { interval: 2 })
    expect(outbox.value).toEqual([])
  })
})

describe('the composer', () => {
  it('sends with Enter, trimmed, and is empty then', async () => {
    const { outbox } = await openChat()
    await type('  Hello there ')
    expect(press({})).toBe(false)
    await vi.waitFor(() => expect(field().value).toBe(''), { interval: 2 })
    expect(outbox.value.map(({ command }) => command.input)).toMatchObject([
      { to: { id: 'c1' }, parts: [{ text: 'Hello there' }] },
    ])
  })

  it.each([
    ['Shift+Enter', { shiftKey: true }],
    ['Enter that ends a composition', { isComposing: true }],
    ['Enter that has ended a composition in Safari', { keyCode: 229 }],
    ['another key', { key: 'a' }],
  ])('does not send with %s', async (_, init) => {
    const { outbox } = await openChat()
    await type('Hello there')
    expect(press({})).toBe(false)
    await vi.waitFor(() => expect([outbox.value.length, field().value]).toEqual([1, '']), { interval: 2 })
    await type('more')
    expect(press(init)).toBe(true)
    expect([outbox.value.length, field().value]).toEqual([1, 'more'])
  })

  it('sends nothing that is empty', async () => {
    const { outbox } = await openChat()
    await type('  \n ')
    press({})
    expect(outbox.value).toEqual([])
    expect(button('Send')?.disabled).toBe(true)
  })

  it('keeps what one was faster to send than what sends was there, and sends it once', async () => {
    let release = (): void => {}
    const hold = new Promise<void>((resolve) => void (release = resolve))
    const { outbox } = await openChat([], hold)
    await type('Hello there')
    press({})
    press({})
    expect([field().value, outbox.value.length]).toEqual(['Hello there', 0])
    release()
    await vi.waitFor(() => expect([field().value, outbox.value.length]).toEqual(['', 1]), { interval: 2 })
  })

  it('keeps what was typed when the panel closes', async () => {
    const { close, mount } = await openChat()
    await type('Half a thou')
    close()
    expect(document.querySelector('textarea')).toBe(null)
    await mount()
    await vi.waitFor(() => expect(field().value).toBe('Half a thou'), { interval: 2 })
  })

  it('says by how much a text is too long', async () => {
    const { outbox } = await openChat()
    await type('x'.repeat(10_003))
    await shows('3 characters too many')
    press({})
    expect(outbox.value).toEqual([])
  })
})

describe('a conversation of 10,000 messages', () => {
  const drawn = (): readonly string[] =>
    [...document.querySelectorAll('.bubble')].map(({ textContent }) => textContent?.split(': ')[1] ?? '')
  const text = (order: number) => ({ parts: [{ type: 'text', text: `no. ${order}`, format: 'plain' }] }) as const
  const many = Array.from({ length: 10_000 }, (_, order) => messageWith(order, text(order)))

  it('draws its end, goes back on demand, and keeps what is read when more comes', async () => {
    const { receive, mount, model, close } = await openChat(many)
    await vi.waitFor(() => expect(drawn()).toHaveLength(50))
    expect(drawn().at(-1)).toBe('no. 9999')
    button('Earlier messages')?.click()
    await vi.waitFor(() => expect(drawn()).toHaveLength(100))
    expect(drawn()[0]).toBe('no. 9900')
    receive({ type: 'message-added', message: messageWith(10_000, text(10_000)) })
    await vi.waitFor(() => expect(drawn().at(-1)).toBe('no. 10000'))
    expect(drawn()[0]).toBe('no. 9900')
    expect(bubblesIn(model, 'c1')).toHaveLength(10_001)
    close()
    await mount()
    await vi.waitFor(() => expect(drawn()).toHaveLength(50))
  })
})

describe('what no backend should send', () => {
  it('is passed over, and the rest of it is drawn', async () => {
    const broken = [
      { ...messageWith(1), parts: null },
      { ...messageWith(2), author: { kind: 'agent', name: {} } },
      { ...messageWith(3), sentAt: 1e308 },
      {
        ...messageWith(4),
        parts: [
          { type: 'text', text: { toString: 'x' }, format: 'plain' },
          { type: 'text', text: 'Rest', format: 'plain' },
        ],
      },
    ] as unknown as Message[]
    const { receive } = await openChat(broken.slice(0, 2))
    receive(...broken.map((message) => ({ type: 'message-added', message }) as const))
    receive({
      type: 'typing-changed',
      conversationId: 'c1',
      author: { kind: 'agent', name: {} as never },
      typing: true,
      ttlMs: 9,
    })
    receive({
      type: 'message-added',
      message: messageWith(5, { parts: [{ type: 'text', text: 'Sound', format: 'plain' }] }),
    })
    await shows('Sound')
    await shows('Rest')
    expect(document.querySelectorAll('.bubble')).toHaveLength(2)
  })
})
