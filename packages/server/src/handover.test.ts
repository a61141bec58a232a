import { SignJWT } from 'jose'
import { describe, expect, onTestFinished, test } from 'vitest'
import { createGuest, type Guest } from './testing/guest.ts'
import { describeOnBothDatabases } from './testing/on-both-databases.ts'
import { startTestServer } from './testing/test-server.ts'

const from = 'https://acme.example'
const to = 'https://app.acme.example'
const tokenOf = async (guest: Guest): Promise<string> =>
  (await guest.query<{ token: string }>('handover', { from, to })).token

describeOnBothDatabases('a handover', ({ start }) => {
  test('carries a visitor to another origin, once, with a secret of its own', async () => {
    const { url } = await start(onTestFinished)
    const guest = await createGuest(url)
    const conversationId = await guest.converse('Hello')
    const token = await tokenOf(guest)
    const there = await createGuest(url)
    const arrived = await createGuest(url, { handover: { token, from }, visitor: there.session.visitor })
    expect(arrived.id).toBe(guest.id)
    expect(arrived.session.handedOver).toBe(true)
    expect(arrived.session.visitor.secret).not.toBe(guest.session.visitor.secret)
    expect((await arrived.conversations()).map(({ id }) => id)).toEqual([conversationId])
    for (const { session } of [guest, arrived]) {
      expect((await createGuest(url, { visitor: session.visitor })).id).toBe(guest.id)
    }
    const late = await createGuest(url, { handover: { token, from } })
    expect(late.id).not.toBe(guest.id)
    expect(late.session).not.toHaveProperty('handedOver')
    await guest.command('visitor-erase', {})
    await expect(createGuest(url, { visitor: arrived.session.visitor })).rejects.toMatchObject({
      code: 'auth-rejected',
    })
  })
})

describe('a handover', () => {
  test('takes nobody’s conversations along: whoever sent the address would read them', async () => {
    const { url } = await startTestServer(onTestFinished)
    const attacker = await createGuest(url)
    const token = await tokenOf(attacker)
    const victim = await createGuest(url)
    const conversationId = await victim.converse('Private')
    const after = await createGuest(url, { handover: { token, from }, visitor: victim.session.visitor })
    expect(after.id).toBe(victim.id)
    expect((await after.conversations()).map(({ id }) => id)).toEqual([conversationId])
    expect(await attacker.conversations()).toEqual([])
  })

  test('is nothing to who comes from another page than it was made on, and stays what it is', async () => {
    const { url } = await startTestServer(onTestFinished)
    const guest = await createGuest(url)
    const token = await tokenOf(guest)
    for (const elsewhere of ['https://evil.example', '', `${from}.evil.example`])
      expect((await createGuest(url, { handover: { token, from: elsewhere } })).id).not.toBe(guest.id)
    expect((await createGuest(url, { handover: { token, from } })).id).toBe(guest.id)
  })

  test('leads to the app’s own origins only, where it has named them', async () => {
    const { url } = await startTestServer(onTestFinished, { apps: [{ id: 'default', origins: [from, to] }] })
    const guest = await createGuest(url)
    expect(await tokenOf(guest)).toMatch(/\S/)
    await expect(guest.query('handover', { from, to: 'https://evil.example' })).rejects.toMatchObject({
      code: 'forbidden',
      message: expect.stringContaining('https://evil.example'),
    })
    for (const wrong of [{}, { from, to: 'app.acme.example' }, { from: 'javascript:alert(1)', to }])
      await expect(guest.query('handover', wrong), JSON.stringify(wrong)).rejects.toMatchObject({ code: 'invalid' })
  })

  test('is refused to a visitor who is signed in, and its secret is spent by signing in', async () => {
    const key = 'a-secret-of-at-least-thirty-two-bytes'
    const { url } = await startTestServer(onTestFinished, {
      apps: [{ id: 'default', tokenKeys: [{ algorithm: 'HS256', key }] }],
    })
    const token = await new SignJWT({})
      .setProtectedHeader({ alg: 'HS256' })
      .setSubject('u1')
      .setExpirationTime('5m')
      .sign(new TextEncoder().encode(key))
    const guest = await createGuest(url)
    const arrived = await createGuest(url, { handover: { token: await tokenOf(guest), from } })
    const signed = await createGuest(url, { visitor: arrived.session.visitor, token })
    await expect(tokenOf(signed)).rejects.toMatchObject({ code: 'unsupported' })
    for (const { session } of [guest, arrived]) {
      await expect(createGuest(url, { visitor: session.visitor })).rejects.toMatchObject({
        code: expect.stringMatching(/^auth-/),
      })
    }
  })
})
