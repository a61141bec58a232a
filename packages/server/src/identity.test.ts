import { generateKeyPairSync, type KeyPairKeyObjectResult, randomUUID } from 'node:crypto'
import type { StateEntry } from '@docent/protocol'
import { SignJWT } from 'jose'
import { afterAll, describe, expect, test } from 'vitest'
import { signVisitorToken } from './client/index.ts'
import { createGuest, createTestAgent, openSession, textOf, textPart } from './testing/guest.ts'
import { startTestServer } from './testing/test-server.ts'

const secret = 'a shared secret of more than 32 bytes'
const toPem = ({ publicKey, privateKey }: KeyPairKeyObjectResult) => ({
  publicKey: publicKey.export({ type: 'spki', format: 'pem' }).toString(),
  privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
})
const rsa = toPem(generateKeyPairSync('rsa', { modulusLength: 2048 }))
const ec = toPem(generateKeyPairSync('ec', { namedCurve: 'P-256' }))
const ed = toPem(generateKeyPairSync('ed25519'))

const ends: (() => Promise<void>)[] = []
afterAll(async () => {
  for (const end of ends.reverse()) await end()
})
const server = await startTestServer((work) => void ends.push(work), {
  apps: [
    {
      id: 'default',
      tokenKeys: [
        { algorithm: 'HS256', key: secret },
        { id: 'rsa', algorithm: 'RS256', key: rsa.publicKey },
        { algorithm: 'ES256', key: ec.publicKey },
        { algorithm: 'EdDSA', key: ed.publicKey },
      ],
    },
    { id: 'rsa-only', tokenKeys: [{ algorithm: 'RS256', key: rsa.publicKey }] },
    { id: 'keyless' },
  ],
})
const { url } = server
const tokenFor = (id: string, more: object = {}) => signVisitorToken({ key: secret, app: 'default', id, ...more })
const signIn = async (id: string, more: object = {}, request: object = {}) =>
  createGuest(url, { token: await tokenFor(id, more), ...request })

describe('a visitor token', () => {
  test.each([
    ['HS256', secret],
    ['RS256', rsa.privateKey],
    ['ES256', ec.privateKey],
    ['EdDSA', ed.privateKey],
  ] as const)('signs in with %s', async (algorithm, key) => {
    const guest = await signIn(`user-${algorithm}`, { algorithm, key })
    expect((await signIn(`user-${algorithm}`)).id).toBe(guest.id)
  })

  test('vouches for name, address and traits, which the visitor cannot change', async () => {
    const id = randomUUID()
    const guest = await signIn(id, { name: 'Ada', email: 'ada@acme.example', traits: { plan: 'pro' } })
    await guest.converse('Hello')
    await guest.command('visitor-update', {
      name: 'Boss',
      email: 'boss@acme.example',
      traits: { plan: 'free', seats: 3 },
    })
    const agent = await createTestAgent(url, await server.createSignInLink())
    const profile = await agent.query('visitor', { visitorId: guest.id })
    expect(profile).toMatchObject({
      name: 'Ada',
      email: 'ada@acme.example',
      verified: true,
      traits: { plan: 'pro', seats: 3 },
    })
    const plain = await signIn(randomUUID())
    await plain.converse('Hello')
    await plain.command('visitor-update', { email: 'boss@acme.example' })
    expect(await agent.query('visitor', { visitorId: plain.id })).not.toHaveProperty('email')
  })

  const claims = () => new SignJWT({}).setSubject('user').setExpirationTime('5m')
  const bytes = (text: string) => new TextEncoder().encode(text)
  const unsigned = (header: object, payload: object) =>
    `${[header, payload].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.')}.`
  const soon = Math.floor(Date.now() / 1000) + 300
  const hs = { alg: 'HS256' }
  test.each<[string, string, string, () => Promise<string> | string]>([
    ['no signature', 'default', 'auth-rejected', () => unsigned({ alg: 'none' }, { sub: 'user', exp: soon })],
    ['an empty signature', 'default', 'auth-rejected', () => unsigned(hs, { sub: 'user', exp: soon })],
    [
      'another secret',
      'default',
      'auth-rejected',
      () =>
        claims()
          .setProtectedHeader(hs)
          .sign(bytes('x'.repeat(40))),
    ],
    [
      'the public key as a secret',
      'default',
      'auth-rejected',
      () => claims().setProtectedHeader(hs).sign(bytes(rsa.publicKey)),
    ],
    [
      'the public key as a secret, where there is only that key',
      'rsa-only',
      'auth-rejected',
      () => claims().setProtectedHeader(hs).sign(bytes(rsa.publicKey)),
    ],
    [
      'an algorithm that no key has',
      'default',
      'auth-rejected',
      () => claims().setProtectedHeader({ alg: 'HS512' }).sign(bytes(secret)),
    ],
    [
      'the id of another key',
      'rsa-only',
      'auth-rejected',
      () =>
        claims()
          .setProtectedHeader({ ...hs, kid: 'rsa' })
          .sign(bytes(secret)),
    ],
    [
      'an end in the past',
      'default',
      'auth-expired',
      () => claims().setExpirationTime('-5m').setProtectedHeader(hs).sign(bytes(secret)),
    ],
    [
      'an end too far ahead',
      'default',
      'auth-rejected',
      () => claims().setExpirationTime('2h').setProtectedHeader(hs).sign(bytes(secret)),
    ],
    [
      'no end',
      'default',
      'auth-rejected',
      () => new SignJWT({ sub: 'user' }).setProtectedHeader(hs).sign(bytes(secret)),
    ],
    [
      'no subject',
      'default',
      'auth-rejected',
      () => new SignJWT({}).setExpirationTime('5m').setProtectedHeader(hs).sign(bytes(secret)),
    ],
    [
      'another audience',
      'default',
      'auth-rejected',
      () => claims().setAudience('other').setProtectedHeader(hs).sign(bytes(secret)),
    ],
    ['nonsense', 'default', 'auth-rejected', () => 'a.b.c'],
    ['no key to check it', 'keyless', 'auth-rejected', () => tokenFor('user')],
  ])('is refused with %s', async (_, app, code, make) => {
    const response = await openSession(url, { app, token: await make() })
    expect([response.status, (await response.json()).error.code]).toEqual([401, code])
  })
})

describe('signing in', () => {
  test('takes what the anonymous visitor had along, once', async () => {
    const person = randomUUID()
    const phone = await signIn(person)
    const onPhone = await phone.converse('from the phone')
    await phone.command('visitor-state-put', { entries: [entry('seen', 5, 'max'), entry('read', ['a'], 'union')] })
    const heard = await phone.listen()
    const guest = await createGuest(url)
    const asGuest = await guest.converse('before signing in')
    await guest.command('visitor-update', { traits: { source: 'ad' } })
    await guest.command('visitor-state-put', {
      entries: [entry('seen', 3, 'max'), entry('read', ['b'], 'union'), entry('new', 1, 'last')],
    })
    const tab = await guest.listen()
    const { visitor } = guest.session

    const user = await signIn(person, {}, { visitor, cursor: guest.session.cursor })
    expect(user.id).toBe(phone.id)
    expect(user.session).toMatchObject({ resumed: false, visitor: { secret: '' } })
    expect((await user.conversations()).map(({ id }) => id).sort()).toEqual([onPhone, asGuest].sort())
    const history = await user.history(asGuest)
    expect(history.map(textOf)).toEqual(['before signing in'])
    expect(history[0]?.author.id).toBe(user.id)
    const { entries } = await user.query<{ entries: StateEntry[] }>('visitor-state')
    expect(Object.fromEntries(entries.map(({ key, value }) => [key, value]))).toEqual({
      seen: 5,
      read: ['a', 'b'],
      new: 1,
    })
    await heard.until((event) => event.type === 'conversation-changed' && event.conversation.id === asGuest)
    await tab.until((event) => event.type === 'session-changed')
    await tab.ended
    heard.close()

    await signIn(randomUUID(), {}, { visitor }).then(async (stranger) =>
      expect(await stranger.conversations()).toEqual([]),
    )
    expect(await user.conversations()).toHaveLength(2)
    await expect(createGuest(url, { visitor })).rejects.toMatchObject({ code: 'auth-rejected' })
    await expect(guest.history(asGuest)).rejects.toMatchObject({ code: 'auth-expired' })
    await expect(guest.say(asGuest, 'old tab')).rejects.toMatchObject({ code: 'auth-expired' })
  })

  test('does not let a repeated command have a second effect', async () => {
    const guest = await createGuest(url)
    const id = await guest.converse('first')
    const command = {
      id: randomUUID(),
      name: 'message-send',
      input: { to: { id }, parts: [textPart('once')] },
      createdAt: 0,
    }
    await guest.perform([command])
    const user = await signIn(randomUUID(), {}, { visitor: guest.session.visitor })
    expect(await user.perform([command])).toMatchObject([{ ok: true, ack: { duplicate: true } }])
    expect((await user.history(id)).map(textOf)).toEqual(['once', 'first'])
  })

  test('merges nothing without the secret', async () => {
    const guest = await createGuest(url)
    await guest.converse('mine')
    const thief = await signIn(randomUUID(), {}, { visitor: { id: guest.id, secret: 'guessed' } })
    expect(await thief.conversations()).toEqual([])
    expect(await guest.conversations()).toHaveLength(1)
  })

  test('two people who share a browser stay two', async () => {
    const first = await signIn(randomUUID())
    await first.converse('of the first')
    const second = await signIn(randomUUID(), {}, { visitor: first.session.visitor })
    expect(second.id).not.toBe(first.id)
    expect(await second.conversations()).toEqual([])
  })

  test('needs a token each time: what the browser stored is not enough', async () => {
    const user = await signIn(randomUUID())
    for (const secretGuess of ['', 'x']) {
      const response = await openSession(url, { visitor: { id: user.id, secret: secretGuess } })
      expect([response.status, (await response.json()).error.code]).toEqual([401, 'auth-expired'])
    }
  })

  test('opened at the same time by two tabs merges once', async () => {
    const guest = await createGuest(url)
    await guest.converse('mine')
    const person = randomUUID()
    const { visitor } = guest.session
    const tabs = await Promise.all([signIn(person, {}, { visitor }), signIn(person, {}, { visitor })])
    expect(new Set(tabs.map(({ id }) => id)).size).toBe(1)
    expect(await tabs[0]?.conversations()).toHaveLength(1)
  })
})

const entry = (key: string, value: StateEntry['value'], merge: StateEntry['merge']): StateEntry => ({
  key,
  value,
  merge,
  changedAt: 1,
})
