import { readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { SessionAnswer } from '@docent/protocol'
import { SignJWT } from 'jose'
import { afterAll, describe, expect, onTestFinished, test } from 'vitest'
import { answerOf, createGuest, openSession, textOf } from './testing/guest.ts'
import { startTestServer } from './testing/test-server.ts'

const ends: (() => Promise<void>)[] = []
afterAll(async () => {
  for (const end of ends.reverse()) await end()
})
const server = await startTestServer((work) => void ends.push(work))
const { url } = server

describe('a session', () => {
  test('makes an anonymous visitor, who comes back by their secret', async () => {
    const guest = await createGuest(url)
    expect(guest.session.resumed).toBe(false)
    const conversationId = await guest.converse('Hello')
    const again = await createGuest(url, { visitor: guest.session.visitor })
    expect(again.id).toBe(guest.id)
    expect(again.session.visitor).toEqual(guest.session.visitor)
    expect((await again.history(conversationId)).map(textOf)).toEqual(['Hello'])
  })

  test.each([
    ['a wrong secret', (id: string) => ({ id, secret: 'wrong' })],
    ['an unknown id', () => ({ id: 'nobody', secret: 'x'.repeat(43) })],
  ])('refuses %s', async (_, visitor) => {
    const guest = await createGuest(url)
    const response = await openSession(url, { visitor: visitor(guest.id) })
    expect(response.status).toBe(401)
    expect(await response.json()).toEqual({
      error: { code: 'auth-rejected', message: expect.stringContaining('Leave out `visitor`') },
    })
  })

  test('says whether the cursor can be resumed from, and never for somebody else', async () => {
    const guest = await createGuest(url)
    const { visitor, cursor } = guest.session
    await guest.converse('Hello')
    const resume = async (request: Parameters<typeof openSession>[1]) =>
      answerOf<SessionAnswer>(await openSession(url, request))
    expect(await resume({ visitor, cursor })).toMatchObject({ resumed: true, cursor })
    for (const foreign of ['', 'nonsense', 'other.1', '../../1']) {
      const answer = await resume({ visitor, cursor: foreign })
      expect(answer.resumed).toBe(false)
      expect(answer.cursor).not.toBe(foreign)
    }
    expect(await resume({ cursor })).toMatchObject({ resumed: false })
  })

  test('names what is wrong with its body', async () => {
    const post = (body: string) =>
      fetch(`${url}/v1/session`, { method: 'POST', body, headers: { 'content-type': 'application/json' } })
    expect(await (await post('{')).json()).toEqual({ error: { code: 'invalid', message: 'The body is not JSON.' } })
    expect(await (await post('[]')).json()).toMatchObject({ error: { code: 'invalid' } })
    expect(await (await post('{"app":7}')).json()).toMatchObject({
      error: { code: 'invalid', message: expect.stringContaining('input.app') },
    })
    expect((await post('{"app":"nope"}')).status).toBe(404)
    const large = await post(JSON.stringify({ app: 'x'.repeat(100_000) }))
    expect([large.status, (await large.json()).error.code]).toEqual([413, 'too-large'])
  })
})

describe('an access token', () => {
  test.each(['', 'Bearer', 'Bearer nonsense', 'Basic abc'])('refuses “%s”', async (authorization) => {
    for (const [method, path] of [
      ['POST', 'commands'],
      ['POST', 'queries/conversations'],
      ['GET', 'events'],
      ['POST', 'hints'],
    ] as const) {
      const response = await fetch(`${url}/v1/${path}`, {
        method,
        headers: { authorization, 'content-type': 'application/json' },
      })
      expect(response.status).toBe(401)
      expect(await response.json()).toEqual({ error: { code: 'auth-expired', message: expect.any(String) } })
    }
  })

  test('is refused when another key, audience or algorithm made it', async () => {
    const guest = await createGuest(url)
    const key = await readFile(join(server.dataDir, 'server.key'))
    const sign = (secret: Uint8Array, audience: string) =>
      new SignJWT({ app: 'default' })
        .setProtectedHeader({ alg: 'HS256' })
        .setIssuer('docent')
        .setAudience(audience)
        .setSubject(guest.id)
        .setExpirationTime('5m')
        .sign(secret)
    const ask = async (token: string) => {
      const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
      return (await fetch(`${url}/v1/queries/conversations`, { method: 'POST', headers, body: '{"limit":1}' })).status
    }
    expect(await ask(await sign(key, 'docent-visitor'))).toBe(200)
    expect(await ask(await sign(key, 'another'))).toBe(401)
    expect(await ask(await sign(new Uint8Array(32), 'docent-visitor'))).toBe(401)
    const [, payload] = (await sign(key, 'docent-visitor')).split('.')
    const unsigned = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${payload}.`
    expect(await ask(unsigned)).toBe(401)
  })
})

test('pages of any origin may ask, and may read why they are refused', async () => {
  const preflight = await fetch(`${url}/v1/commands`, {
    method: 'OPTIONS',
    headers: {
      origin: 'https://app.acme.example',
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'authorization,content-type',
    },
  })
  expect(preflight.status).toBe(204)
  expect(preflight.headers.get('access-control-allow-origin')).toBe('*')
  expect(preflight.headers.get('access-control-allow-headers')).toContain('authorization')
  expect(preflight.headers.get('access-control-allow-credentials')).toBeNull()
  const refused = await fetch(`${url}/v1/commands`, { method: 'POST', headers: { origin: 'https://app.acme.example' } })
  expect([refused.status, refused.headers.get('access-control-allow-origin')]).toEqual([401, '*'])
})

test('the server key is readable by its owner only, and a damaged one stops the start with a word', async () => {
  const other = await startTestServer(onTestFinished)
  const file = join(other.dataDir, 'server.key')
  expect((await stat(file)).mode & 0o777).toBe(0o600)
  await other.close()
  await writeFile(file, 'short')
  await expect(startTestServer(onTestFinished, { dataDir: other.dataDir })).rejects.toThrow(/server\.key is damaged/)
})

test('what a visitor stored outlives a restart, and so do access tokens', async () => {
  const before = await startTestServer(onTestFinished)
  const guest = await createGuest(before.url)
  const conversationId = await guest.converse('Hello')
  const after = await before.restart()
  const again = await createGuest(after.url, { visitor: guest.session.visitor, cursor: guest.session.cursor })
  expect(again.session.resumed).toBe(true)
  expect((await again.history(conversationId)).map(textOf)).toEqual(['Hello'])
  const old = await fetch(`${after.url}/v1/queries/conversations`, {
    method: 'POST',
    headers: { ...guest.headers, 'content-type': 'application/json' },
    body: '{"limit":5}',
  })
  expect(old.status).toBe(200)
})
