import { type Transport, TransportError } from '@docent/protocol'
import { createMemoryBackend, type MemoryBackend } from '@docent/transports/memory'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { memoryStorage } from '../storage/memory.ts'
import { everything, type Storage } from '../storage/storage.ts'
import { openLink, recordingStorage, recordingTransport, text } from './testing/open-link.ts'

const scopes: { dispose(): void }[] = []
afterEach(() => {
  for (const scope of scopes.splice(0)) scope.dispose()
})

function open(transport: Transport, storage: Storage = memoryStorage()) {
  const bench = openLink({ transport, storage })
  scopes.push(bench.scope)
  return bench
}
const textsOf = (backend: MemoryBackend) =>
  backend
    .conversations()
    .map(({ id }) => backend.messages(id).map(({ parts: [part] }) => part?.type === 'text' && part.text))

describe('order', () => {
  it('keeps what was said in one conversation in order, from the command that starts it on', async () => {
    const backend = createMemoryBackend()
    const { link, until } = open(backend.transport())
    const startedBy = crypto.randomUUID()
    await Promise.all([
      link.send('conversation-start', {}, startedBy),
      ...['one', 'two', 'three'].map((words) => link.send('message-send', { to: { startedBy }, parts: text(words) })),
    ])
    await until([])
    expect(link.outbox.value).toEqual([])
    const [conversation] = backend.conversations()
    await link.send('message-send', { to: { id: conversation?.id ?? '' }, parts: text('four') })
    await link.send('message-send', { to: { startedBy }, parts: text('five') })
    await vi.waitFor(() => expect(textsOf(backend)).toEqual([['one', 'two', 'three', 'four', 'five']]))
  })

  it('sends no message before the answer to the one before it, and other conversations side by side', async () => {
    const answers = new Map<string, () => void>()
    const asked: string[] = []
    const inner = createMemoryBackend().transport()
    const { link } = open({
      ...inner,
      perform: ({ id }) => {
        asked.push(id)
        return new Promise((resolve) => answers.set(id, () => resolve({ settled: 'stored' })))
      },
    })
    for (const id of ['a1', 'a2', 'b1'])
      await link.send('message-send', { to: { id: id.slice(0, 1) }, parts: text(id) }, id)
    await vi.waitFor(() => expect(asked).toEqual(['a1', 'b1']))
    answers.get('b1')?.()
    await vi.waitFor(() => expect(link.outbox.value).toHaveLength(2))
    expect(asked).toEqual(['a1', 'b1'])
    answers.get('a1')?.()
    await vi.waitFor(() => expect(asked).toEqual(['a1', 'b1', 'a2']))
  })

  it('what is written into one conversation does not wait for another that is refused for now', async () => {
    const inner = createMemoryBackend().transport()
    const asked: string[] = []
    const { link, clock } = open({
      ...inner,
      perform: async ({ id }) => {
        asked.push(id)
        if (id === 'a') throw new TransportError('rate-limited', 'Slowly', { retryAfterMs: 60_000 })
        return { settled: 'stored' }
      },
    })
    await link.send('message-send', { to: { id: 'busy' }, parts: text('a') }, 'a')
    await vi.waitFor(() => expect(clock.waiting()).toBe(1))
    await link.send('message-send', { to: { id: 'other' }, parts: text('b') }, 'b')
    await vi.waitFor(() => expect(asked).toEqual(['a', 'b']))
    await clock.advance(59_999)
    expect(asked).toHaveLength(2)
  })

  it('messages wait for the conversation that could not be started, until it is tried again', async () => {
    const backend = createMemoryBackend()
    const { transport } = recordingTransport(backend.transport())
    let refused = true
    const { link, until } = open({
      ...transport,
      perform: (command, signal) =>
        refused && command.name === 'conversation-start'
          ? Promise.reject(new TransportError('invalid', 'Not now'))
          : transport.perform(command, signal),
    })
    const startedBy = await link.send('conversation-start', {})
    await link.send('message-send', { to: { startedBy }, parts: text('waits') })
    await until([{ state: 'failed' }, { state: 'queued', attempts: 0 }])
    refused = false
    link.retry(startedBy)
    await vi.waitFor(() => expect(textsOf(backend)).toEqual([['waits']]))
  })
})

describe('once', () => {
  it('a second page view sends again under the same id, and the backend does it once', async () => {
    const backend = createMemoryBackend()
    const { storage } = recordingStorage()
    const first = recordingTransport(backend.transport())
    const before = open(first.transport, storage)
    const startedBy = await before.link.send('conversation-start', {})
    await before.until([])
    await vi.waitFor(() => expect(before.link.outbox.value).toEqual([]))
    backend.loseNextAnswer()
    const id = await before.link.send('message-send', { to: { startedBy }, parts: text('once') })
    await before.until([{ state: 'queued', attempts: 1, error: { code: 'unavailable' } }])
    before.scope.dispose()

    const second = recordingTransport(backend.transport())
    const after = open(second.transport, storage)
    after.link.open()
    await vi.waitFor(() => expect(second.performed.map((command) => command.id)).toEqual([id]))
    await vi.waitFor(() => expect(after.link.outbox.value).toEqual([]))
    expect(first.performed.at(-1)?.id).toBe(id)
    expect(textsOf(backend)).toEqual([['once']])
  })

  it('what was being sent when the page went away is queued on the next one', async () => {
    const { storage } = recordingStorage()
    const inner = createMemoryBackend().transport()
    const before = open({ ...inner, perform: () => new Promise(() => {}) }, storage)
    const id = await before.link.send('conversation-start', {})
    await before.until([{ state: 'sending' }])
    before.scope.dispose()
    const next = recordingTransport(createMemoryBackend().transport())
    open(next.transport, storage).link.open()
    await vi.waitFor(() => expect(next.performed.map((command) => command.id)).toEqual([id]))
  })

  it('a backend without idempotency is not asked again of itself when the outcome is unknown', async () => {
    const backend = createMemoryBackend()
    const inner = recordingTransport(backend.transport())
    const { link, until, clock } = open({
      ...inner.transport,
      async connect(session, sink, signal) {
        const hello = await inner.transport.connect(session, sink, signal)
        return { ...hello, capabilities: { ...hello.capabilities, idempotency: 'none' } }
      },
    })
    backend.loseNextAnswer()
    await link.send('conversation-start', {})
    await until([{ state: 'unconfirmed', attempts: 1 }])
    await clock.advance(120_000)
    expect(inner.performed).toHaveLength(1)
  })

  it('a backend that only echoes ids is looked into before anything is said again', async () => {
    const backend = createMemoryBackend()
    const inner = recordingTransport(backend.transport())
    const { link, until, clock } = open({
      ...inner.transport,
      async connect(session, _, signal) {
        // Its events do not get through: the echo is only in the history.
        const hello = await inner.transport.connect(session, { events: () => {}, lost: () => {} }, signal)
        return { ...hello, capabilities: { ...hello.capabilities, idempotency: 'echo' } }
      },
    })
    const startedBy = await link.send('conversation-start', {})
    await vi.waitFor(() => expect(link.outbox.value).toEqual([]))
    backend.loseNextAnswer()
    await link.send('message-send', { to: { startedBy }, parts: text('once') })
    await until([{ state: 'queued', unsure: true }])
    await clock.advance(60_000)
    await vi.waitFor(() => expect(link.outbox.value).toEqual([]))
    expect(inner.performed).toHaveLength(2)
    expect(textsOf(backend)).toEqual([['once']])
  })
})

describe('refusals', () => {
  it('a rejected command fails alone; it can be discarded, or tried again under its id', async () => {
    const backend = createMemoryBackend()
    const { transport, performed } = recordingTransport(backend.transport())
    const { link, until, storage } = open(transport)
    const settled = vi.fn()
    link.addReceiver({ receive: () => [], settled })
    const startedBy = await link.send('conversation-start', {})
    await link.send('message-send', { to: { startedBy }, parts: [] }, 'empty')
    await link.send('message-send', { to: { startedBy }, parts: text('good') })
    await until([{ state: 'failed', attempts: 1, error: { code: 'invalid' } }])
    await vi.waitFor(() => expect(textsOf(backend)).toEqual([['good']]))
    await vi.waitFor(() => expect(link.outbox.value).toHaveLength(1))
    expect(settled).toHaveBeenCalledWith(expect.objectContaining({ id: 'empty' }), {
      error: expect.any(TransportError),
    })

    link.retry('empty')
    await until([{ state: 'failed', attempts: 2 }])
    expect(performed.filter(({ id }) => id === 'empty')).toHaveLength(2)

    link.discard('empty')
    expect(link.outbox.value).toEqual([])
    const keys = async () => (await storage.read(everything)).map(([key]) => key)
    await vi.waitFor(async () => expect(await keys()).toEqual(['link/cursor', 'link/state']))
  })

  it('waits as long as the backend asks before it tries again', async () => {
    const { transport } = recordingTransport(createMemoryBackend().transport())
    let attempts = 0
    const { link, until, clock } = open({
      ...transport,
      perform(command, signal) {
        attempts++
        if (attempts === 1) return Promise.reject(new TransportError('rate-limited', 'Slow', { retryAfterMs: 30_000 }))
        return transport.perform(command, signal)
      },
    })
    await link.send('conversation-start', {})
    await until([{ state: 'queued', attempts: 1 }])
    await vi.waitFor(() => expect(clock.waiting()).toBe(1))
    await clock.advance(29_999)
    expect(attempts).toBe(1)
    await clock.advance(1)
    expect(attempts).toBe(2)
    await vi.waitFor(() => expect(link.outbox.value).toEqual([]))
  })
})

describe('without a network', () => {
  it('queues, and sends when it is back, without a further act', async () => {
    const backend = createMemoryBackend()
    const { transport, performed } = recordingTransport(backend.transport())
    const { link, reach, page } = open(transport)
    link.open()
    await reach('online')
    page.online.value = false
    const startedBy = await link.send('conversation-start', {})
    await link.send('message-send', { to: { startedBy }, parts: text('later') })
    expect(link.outbox.value).toMatchObject([{ state: 'queued' }, { state: 'queued' }])
    expect(performed).toEqual([])
    page.online.value = true
    await vi.waitFor(() => expect(textsOf(backend)).toEqual([['later']]))
    await vi.waitFor(() => expect(link.outbox.value).toEqual([]))
  })

  it('queues while the backend cannot be reached, and sends when the next attempt is let in', async () => {
    const backend = createMemoryBackend()
    backend.refuse('unavailable')
    const { link, reach, clock } = open(backend.transport())
    await link.send('conversation-start', {})
    await reach('offline')
    expect(link.outbox.value).toMatchObject([{ state: 'queued', attempts: 0 }])
    backend.refuse(undefined)
    await vi.waitFor(() => expect(clock.waiting()).toBe(1))
    await clock.advance(500)
    await vi.waitFor(() => expect(backend.conversations()).toHaveLength(1))
  })
})

it('sends nothing after its scope has ended', async () => {
  const { transport, performed } = recordingTransport(createMemoryBackend().transport())
  const { link, scope, reach, page } = open(transport)
  link.open()
  await reach('online')
  page.online.value = false
  await link.send('conversation-start', {})
  scope.dispose()
  page.online.value = true
  await link.send('conversation-start', {})
  link.retry(link.outbox.value[0]?.command.id ?? '')
  await new Promise((resolve) => setTimeout(resolve))
  expect(performed).toEqual([])
  expect(link.outbox.value).toHaveLength(2)
})
