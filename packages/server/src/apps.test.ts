import { generateKeyPairSync } from 'node:crypto'
import { describe, expect, onTestFinished, test } from 'vitest'
import { createGuest, createTestAgent, textPart } from './testing/guest.ts'
import { startTestServer } from './testing/test-server.ts'

const rsaPublicKey = generateKeyPairSync('rsa', { modulusLength: 2048 })
  .publicKey.export({ type: 'spki', format: 'pem' })
  .toString()

describe('apps', () => {
  test('are apart: visitors, conversations and agents of one are unknown in the other', async () => {
    const both = await startTestServer(onTestFinished, { apps: [{ id: 'one' }, { id: 'two' }] })
    const guest = await createGuest(both.url, { app: 'one' })
    const id = await guest.converse('in one')
    await expect(createGuest(both.url, { app: 'two', visitor: guest.session.visitor })).rejects.toMatchObject({
      code: 'auth-rejected',
    })
    const agent = await createTestAgent(both.url, await both.createSignInLink({ app: 'two' }))
    await expect(agent.query('conversation', { conversationId: id })).rejects.toMatchObject({ code: 'not-found' })
    await expect(agent.command('message-send', { conversationId: id, parts: [textPart('x')] })).rejects.toMatchObject({
      code: 'not-found',
    })
    for (const filter of [{}, { visitorId: guest.id }]) {
      expect(await agent.query('conversations', { limit: 10, ...filter })).toEqual({ items: [] })
    }
  })

  test('with `origins` refuse pages of other origins', async () => {
    const strict = await startTestServer(onTestFinished, {
      apps: [{ id: 'default', origins: ['https://app.acme.example'] }],
    })
    const ask = (origin: string) =>
      fetch(`${strict.url}/v1/session`, {
        method: 'POST',
        headers: { origin, 'content-type': 'application/json' },
        body: '{"app":"default"}',
      })
    const own = await ask('https://app.acme.example')
    expect([own.status, own.headers.get('access-control-allow-origin')]).toEqual([200, 'https://app.acme.example'])
    const foreign = await ask('https://evil.example')
    expect([foreign.status, foreign.headers.get('access-control-allow-origin')]).toEqual([403, null])
  })

  test.each([
    [[{ id: 'a b' }], /apps\.0\.id/],
    [[{ id: 'a' }, { id: 'a' }], /different ids/],
    [[], /apps/],
    [[{ id: 'a', tokenKeys: [{ algorithm: 'HS256', key: 'short' }] }], /32 bytes/],
    [[{ id: 'a', tokenKeys: [{ algorithm: 'HS256', key: rsaPublicKey }] }], /is a public key/],
    [[{ id: 'a', tokenKeys: [{ algorithm: 'RS256', key: 'not a key' }] }], /public RS256 key/],
    [[{ id: 'a', origins: ['https://acme.example/app'] }], /without a path/],
    [[{ id: 'a', colour: 'red' }], /colour/],
  ] as const)('%j is refused with a word', async (apps, message) => {
    await expect(startTestServer(onTestFinished, { apps: apps as never })).rejects.toThrow(message)
  })
})
