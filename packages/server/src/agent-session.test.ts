import { randomUUID } from 'node:crypto'
import { afterAll, describe, expect, onTestFinished, test } from 'vitest'
import { createGuest, createTestAgent } from './testing/guest.ts'
import { startTestServer } from './testing/test-server.ts'

const ends: (() => Promise<void>)[] = []
afterAll(async () => {
  for (const end of ends.reverse()) await end()
})
const server = await startTestServer((work) => void ends.push(work), { limits: { signInsPerMinute: 1000 } })
const { url } = server
const newAgent = async (name = `Agent ${randomUUID()}`) => createTestAgent(url, await server.createSignInLink({ name }))

describe('an agent’s session', () => {
  const json = { 'content-type': 'application/json' }
  const post = (body: unknown, headers: Record<string, string> = json) =>
    fetch(`${url}/v1/agent/session`, { method: 'POST', headers, body: JSON.stringify(body) })

  test('begins with a link that is used once', async () => {
    const link = (await server.createSignInLink()).split('sign-in=')[1]
    const [first, second] = await Promise.all([post({ link }), post({ link })])
    expect([first.status, second.status].sort()).toEqual([200, 401])
    expect(await (await post({ link })).json()).toMatchObject({
      error: { code: 'auth-rejected', message: expect.stringContaining('sign-in-link') },
    })
    const cookie = [first, second].find(({ ok }) => ok)?.headers.get('set-cookie')
    expect(cookie).toMatch(/^docent_agent=[\w-]{43}; Max-Age=2592000; Path=\/v1\/agent; HttpOnly; SameSite=Strict$/)
  })

  test('begins with address and password, and a new password ends the other sessions', async () => {
    const email = `${randomUUID()}@acme.example`
    const agent = await createTestAgent(url, await server.createSignInLink({ email }))
    const describeSession = async () => (await fetch(`${url}/v1/agent/session`, { headers: agent.headers })).json()
    expect(await describeSession()).toMatchObject({ agent: { email }, hasPassword: false })
    expect((await post({ email, password: '' })).status).toBe(401)
    await agent.command('agent-update', { password: 'correct horse battery' })
    expect((await post({ email, password: 'wrong horse battery' })).status).toBe(401)
    const other = await post({ email: email.toUpperCase(), password: 'correct horse battery' })
    expect(other.status).toBe(200)
    expect(await other.json()).toMatchObject({ agent: { email: email.toLowerCase() }, hasPassword: true })
    const cookie = other.headers.get('set-cookie')?.split(';')[0] ?? ''
    const me = (headers: Record<string, string>) => fetch(`${url}/v1/agent/session`, { headers })
    expect((await me({ cookie })).status).toBe(200)
    await agent.command('agent-update', { password: 'another horse battery' })
    expect((await me({ cookie })).status).toBe(401)
    expect(await describeSession()).toMatchObject({
      agent: { email },
      hasPassword: true,
      capabilities: { commands: expect.arrayContaining(['note-add']) },
    })
    await expect(agent.command('agent-update', { password: 'short' })).rejects.toMatchObject({ code: 'invalid' })
  })

  test('ends when it is deleted', async () => {
    const agent = await newAgent()
    const events = await agent.listen()
    const ended = await fetch(`${url}/v1/agent/session`, { method: 'DELETE', headers: { ...agent.headers, ...json } })
    expect(ended.status).toBe(204)
    await events.ended
    await expect(agent.query('me')).rejects.toMatchObject({ code: 'auth-rejected' })
  })

  test('is needed everywhere: without it there is 401 and nothing else', async () => {
    const guest = await createGuest(url)
    await guest.converse('private')
    const strangers = [{}, { cookie: 'docent_agent=made-up' }, { authorization: `Bearer ${guest.session.accessToken}` }]
    for (const headers of strangers) {
      for (const [method, path] of [
        ['GET', 'session'],
        ['DELETE', 'session'],
        ['POST', 'commands'],
        ['POST', 'queries/conversations'],
        ['POST', 'queries/no-such-query'],
        ['GET', 'events'],
        ['POST', 'hints'],
        ['GET', 'no-such-route'],
      ] as const) {
        const response = await fetch(`${url}/v1/agent/${path}`, {
          method,
          headers: { ...json, ...headers } as Record<string, string>,
        })
        expect(response.status, `${method} ${path}`).toBe(401)
        expect(await response.json()).toEqual({ error: { code: 'auth-rejected', message: expect.any(String) } })
      }
    }
  })

  test('does not act for foreign pages', async () => {
    const agent = await newAgent()
    const act = (headers: Record<string, string>) =>
      fetch(`${url}/v1/agent/commands`, {
        method: 'POST',
        headers: { ...agent.headers, ...headers },
        body: '{"commands":[]}',
      })
    expect((await act(json)).status).toBe(200)
    expect((await act({ ...json, origin: url })).status).toBe(200)
    expect((await act({ ...json, origin: 'https://evil.example' })).status).toBe(403)
    expect((await act({ ...json, origin: 'null' })).status).toBe(403)
    expect((await act({ ...json, 'sec-fetch-site': 'cross-site' })).status).toBe(403)
    expect((await act({ 'content-type': 'text/plain' })).status).toBe(400)
    const preflight = await fetch(`${url}/v1/agent/commands`, {
      method: 'OPTIONS',
      headers: { origin: 'https://evil.example' },
    })
    expect(preflight.headers.get('access-control-allow-origin')).toBeNull()
  })

  test('is not given to whoever guesses: attempts are limited', async () => {
    const strict = await startTestServer(onTestFinished, { limits: { signInsPerMinute: 3 } })
    const statuses: number[] = []
    let last: Response | undefined
    for (let attempt = 0; attempt < 4; attempt += 1) {
      last = await fetch(`${strict.url}/v1/agent/session`, { method: 'POST', headers: json, body: '{"link":"guess"}' })
      statuses.push(last.status)
    }
    expect(statuses).toEqual([401, 401, 401, 429])
    expect(last?.headers.get('retry-after')).toBe('20')
    expect(await last?.json()).toMatchObject({ error: { code: 'rate-limited', retryAfterMs: expect.any(Number) } })
  })
})
