import type { AgentEvent, Command, VisitorEvent, VisitorVocabulary } from '@docent/protocol'
import { describe, expect, it, vi } from 'vitest'
import { memoryCapabilities as capabilities } from '../memory/capabilities.ts'
import { agentHttp } from './agent-http.ts'
import { http } from './http.ts'
import { createFakeServer, json, openStream } from './testing/fake-server.ts'
import { startSupportDesk } from './testing/start-support-desk.ts'

const greeting = { agent: { id: 'a1' }, app: 'acme', capabilities, cursor: '1.3', resumed: true, serverNow: 5 }

describe('agentHttp', () => {
  it('is known by its cookie, and never shows a token', async () => {
    const server = createFakeServer({
      '/v1/agent/session': () => json(greeting),
      '/v1/agent/events': ({ signal }) => openStream(signal).response,
      '/v1/agent/queries/me': () => json({ output: { id: 'a1', name: 'Ada', role: 'owner' } }),
    })
    const transport = agentHttp({ fetch: server.fetch })
    const ended = new AbortController()
    const sink = { events: vi.fn(), lost: vi.fn() }
    const hello = await transport.connect({ app: 'acme', cursor: '1.3' }, sink, ended.signal)
    expect(hello).toEqual({ capabilities, cursor: '1.3', resumed: true, serverNow: 5 })
    expect(await transport.query('me', {}, ended.signal)).toMatchObject({ name: 'Ada' })
    await vi.waitFor(() => expect(server.to('/v1/agent/events')).toHaveLength(1), 10_000)
    expect(server.asked.map(({ path, method, credentials }) => [method, path, credentials])).toEqual([
      ['GET', '/v1/agent/session?cursor=1.3', 'same-origin'],
      ['POST', '/v1/agent/queries/me', 'same-origin'],
      ['GET', '/v1/agent/events?after=1.3', 'same-origin'],
    ])
    expect(server.asked.some(({ headers }) => headers.has('authorization'))).toBe(false)
    ended.abort()
  })

  it('rejects with auth-rejected where nobody is signed in', async () => {
    const error = { code: 'auth-rejected', message: 'Sign in first' }
    const server = createFakeServer({ '/v1/agent/session': () => json({ error }, 401) })
    const { signal } = new AbortController()
    const connecting = agentHttp({ fetch: server.fetch }).connect(
      { app: 'acme' },
      { events: vi.fn(), lost: vi.fn() },
      signal,
    )
    await expect(connecting).rejects.toMatchObject({ code: 'auth-rejected', retry: 'never' })
  })
})

describe('agentHttp and http with the server between them', () => {
  it('carry a conversation both ways, and through a cut', async () => {
    const desk = await startSupportDesk()
    const ended = new AbortController()
    const { signal } = ended
    const [heardByAgent, heardByVisitor] = [[] as AgentEvent[], [] as VisitorEvent[]]
    const textsOf = (events: readonly (AgentEvent | VisitorEvent)[]) =>
      events
        .flatMap((event) => (event.type === 'message-added' ? event.message.parts : []))
        .map((part) => 'text' in part && part.text)
    const agentHello = await desk.agent.connect(
      { app: 'default' },
      { events: (batch) => heardByAgent.push(...batch), lost: vi.fn() },
      signal,
    )
    expect(agentHello.capabilities.commands).toContain('conversation-assign')
    const visitor = http({ url: desk.url })
    const lost = vi.fn()
    const sink = { events: (batch: readonly VisitorEvent[]) => heardByVisitor.push(...batch), lost }
    await visitor.connect({ app: 'default' }, sink, signal)
    const perform = (command: object) =>
      visitor.perform({ id: crypto.randomUUID(), createdAt: 0, ...command } as Command<VisitorVocabulary>, signal)
    await perform({ id: 'start', name: 'conversation-start', input: {} })
    const parts = [{ type: 'text', text: 'Where is my invoice?', format: 'plain' }]
    await perform({ name: 'message-send', input: { to: { startedBy: 'start' }, parts } })
    await vi.waitFor(() => expect(textsOf(heardByAgent)).toEqual(['Where is my invoice?']), 10_000)
    const { items } = await desk.agent.query('conversations', { limit: 10 }, signal)
    expect(items).toMatchObject([{ unread: 1, excerpt: 'Where is my invoice?' }])
    const answer = [{ type: 'text', text: 'Under **Billing**.', format: 'markdown' }] as const
    await desk.perform({ name: 'message-send', input: { conversationId: items[0]?.id ?? '', parts: answer } })
    await vi.waitFor(() => expect(textsOf(heardByVisitor)).toContain('Under **Billing**.'), 10_000)
    desk.proxy.resetAll()
    await vi.waitFor(() => expect(lost).toHaveBeenCalledTimes(1), 10_000)
    ended.abort()
    await desk.close()
  })
})
