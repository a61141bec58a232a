import { describe, expect, it, vi } from 'vitest'
import { memoryCapabilities as capabilities } from '../memory/capabilities.ts'
import { agentHttp } from './agent-http.ts'
import { createFakeServer, json, openStream } from './testing/fake-server.ts'

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
    await vi.waitFor(() => expect(server.to('/v1/agent/events')).toHaveLength(1))
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
