import type { Hello, Session, VisitorEvent } from '@docent/protocol'
import { describe, expect, it, vi } from 'vitest'
import { memory } from './memory.ts'
import { createMemoryBackend, type MemoryBackend } from './memory-backend.ts'

async function arrive(backend: MemoryBackend, session: Session = { app: 'default' }) {
  const transport = backend.transport()
  const { signal } = new AbortController()
  const events: VisitorEvent[] = []
  const lost = vi.fn()
  const hello: Hello = await transport.connect(session, { events: (batch) => events.push(...batch), lost }, signal)
  const send = (text: string, id: string = crypto.randomUUID()) =>
    transport.perform(
      {
        id,
        name: 'message-send',
        createdAt: 0,
        input: { to: { startedBy: 'start' }, parts: [{ type: 'text', text, format: 'plain' }] },
      },
      signal,
    )
  await transport.perform({ id: 'start', name: 'conversation-start', createdAt: 0, input: {} }, signal)
  const conversationId = backend.conversations().find((one) => one.commandId === 'start')?.id ?? ''
  return { transport, hello, events, lost, send, conversationId, signal }
}

describe('createMemoryBackend', () => {
  it('shows what visitors wrote and lets the agent answer', async () => {
    const backend = createMemoryBackend({ agentName: 'Grace', now: () => 1000 })
    const visitor = await arrive(backend)
    await visitor.send('Hello')
    const answer = backend.agentSays(visitor.conversationId, '**Hi**, how can I help?')
    expect(backend.messages(visitor.conversationId).map((message) => message.author.kind)).toEqual(['visitor', 'agent'])
    expect(answer).toMatchObject({ order: 2, sentAt: 1000, author: { name: 'Grace' }, parts: [{ format: 'markdown' }] })
    expect(backend.conversations()).toMatchObject([{ unread: 1, excerpt: '**Hi**, how can I help?', status: 'open' }])
  })

  it('refuses every call until told otherwise', async () => {
    const backend = createMemoryBackend()
    const visitor = await arrive(backend)
    backend.refuse('rate-limited')
    await expect(visitor.send('Hello')).rejects.toMatchObject({ code: 'rate-limited', outcome: 'not-applied' })
    await expect(arrive(backend)).rejects.toMatchObject({ code: 'rate-limited' })
    backend.refuse(undefined)
    await visitor.send('Hello')
    expect(backend.messages(visitor.conversationId)).toHaveLength(1)
  })

  it('loses an answer but keeps what was done', async () => {
    const backend = createMemoryBackend()
    const visitor = await arrive(backend)
    backend.loseNextAnswer()
    await expect(visitor.send('Hello', 'one')).rejects.toMatchObject({ code: 'unavailable', outcome: 'unknown' })
    expect(await visitor.send('Hello', 'one')).toMatchObject({
      duplicate: true,
      result: { conversationId: visitor.conversationId },
    })
    expect(backend.messages(visitor.conversationId)).toHaveLength(1)
  })

  it('does not resume from a cursor whose events it has forgotten', async () => {
    const backend = createMemoryBackend()
    const { hello } = await arrive(backend)
    const session = { app: 'default', state: hello.state ?? null, cursor: hello.cursor ?? '' }
    expect((await arrive(backend, session)).hello.resumed).toBe(true)
    backend.forgetEvents()
    expect((await arrive(backend, session)).hello.resumed).toBe(false)
  })

  it('tells typing and asked-for surfaces to those who are connected, and does not replay them', async () => {
    const backend = createMemoryBackend()
    const visitor = await arrive(backend)
    backend.agentTypes(visitor.conversationId)
    backend.requestSurface('guide', 'welcome', 'Ada thinks this helps')
    const heard = () => visitor.events.map((event) => event.type)
    await vi.waitFor(
      () => expect(heard()).toEqual(expect.arrayContaining(['typing-changed', 'surface-requested'])),
      10_000,
    )
    const { hello } = visitor
    const again = await arrive(backend, { app: 'default', state: hello.state ?? null, cursor: hello.cursor ?? '' })
    backend.agentSays(visitor.conversationId, 'the end')
    await vi.waitFor(() => expect(again.events.some((event) => event.type === 'message-added')).toBe(true), 10_000)
    expect(again.events.map((event) => event.type)).not.toContain('typing-changed')
  })

  it('writes down what connected widgets hint', async () => {
    const backend = createMemoryBackend()
    const hint = { type: 'page', url: 'https://app.example/', title: 'App' } as const
    backend.transport().hint?.(hint)
    const visitor = await arrive(backend)
    visitor.transport.hint?.(hint)
    expect(backend.hints()).toEqual([hint])
  })

  it('erases a visitor with everything they wrote', async () => {
    const backend = createMemoryBackend()
    const visitor = await arrive(backend)
    await visitor.send('Forget me')
    await visitor.transport.perform({ id: 'erase', name: 'visitor-erase', createdAt: 0, input: {} }, visitor.signal)
    expect(backend.conversations()).toEqual([])
    await vi.waitFor(() => expect(visitor.events.at(-1)?.type).toBe('session-changed'), 10_000)
  })

  it('opens a closed conversation again when someone writes', async () => {
    const backend = createMemoryBackend()
    const visitor = await arrive(backend)
    const to = { id: visitor.conversationId }
    await visitor.transport.perform(
      { id: 'close', name: 'conversation-close', createdAt: 0, input: { to } },
      visitor.signal,
    )
    expect(backend.conversations()[0]?.status).toBe('closed')
    await visitor.send('One more thing')
    expect(backend.conversations()[0]?.status).toBe('open')
  })

  it('hands out content, and says when it is unchanged', async () => {
    const articles = { version: 'v1', base: 'https://cdn.example/help/', manifest: {} }
    const transport = memory({ backend: createMemoryBackend({ content: { articles, config: { name: 'Acme' } } }) })
    const ask = (input: { kind: 'articles' | 'config' | 'news'; version?: string }) =>
      transport.query('content', input, new AbortController().signal)
    expect(await ask({ kind: 'config' })).toEqual({ name: 'Acme' })
    expect(await ask({ kind: 'articles' })).toEqual(articles)
    expect(await ask({ kind: 'articles', version: 'v1' })).toBe('unchanged')
    await expect(ask({ kind: 'news' })).rejects.toMatchObject({ code: 'not-found' })
  })
})
