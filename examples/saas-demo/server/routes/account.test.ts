import { jwtVerify } from 'jose'
import { describe, expect, it } from 'vitest'
import { addClient, dayMs, details, password, setUpPaperlane, tokenKey } from '../testing/paperlane.ts'

const world = setUpPaperlane()

describe('accounts', () => {
  it('signs up, out and in again', async () => {
    const ada = await world.signUp()
    expect((await ada.get('/session')).body.session).toMatchObject({
      person: { name: 'Ada Berg', role: 'owner' },
      company: { initials: 'B' },
    })
    await ada.post('/sign-out')
    expect((await ada.get('/session')).body).toEqual({ session: null })
    expect((await ada.post('/sign-in', { email: 'ADA@brightwater.eu ', password })).status).toBe(200)
    expect((await ada.get('/session')).body.session.counts).toMatchObject({ clients: 0, invoices: 0, members: 1 })
  })

  it('says for each field what is wanted', async () => {
    const { status, body } = await world.caller().post('/sign-up', { name: ' ', email: 'ada', password: 'short' })
    expect(status).toBe(422)
    expect(body).toEqual({
      code: 'fields-invalid',
      message: '4 fields need another look.',
      fields: {
        name: 'Enter your name.',
        email: 'Enter an e-mail address, for example ada@brightwater.eu.',
        company: 'Enter the name of your company.',
        password: 'A password has at least 10 characters. Three or four words are easy to remember.',
      },
    })
  })

  it('has one account for an address', async () => {
    await world.signUp()
    const again = await world
      .caller()
      .post('/sign-up', { name: 'X', email: 'ADA@brightwater.eu', company: 'Y', password })
    expect(again).toMatchObject({ status: 409, body: { code: 'email-taken' } })
  })

  it('does not say which of e-mail and password was wrong', async () => {
    await world.signUp()
    const wrong = await world.caller().post('/sign-in', { email: 'ada@brightwater.eu', password: 'something else' })
    const unknown = await world.caller().post('/sign-in', { email: 'who@brightwater.eu', password })
    expect(wrong).toEqual(unknown)
    expect(wrong.status).toBe(401)
  })

  it('ends a session after 30 days', async () => {
    const ada = await world.signUp()
    world.now += 30 * dayMs + 1
    expect((await ada.get('/clients')).status).toBe(401)
  })

  it('keeps everything over a restart', async () => {
    const ada = await world.signUp()
    await addClient(ada)
    await world.restart()
    expect((await ada.get('/clients')).body.clients).toHaveLength(1)
  })
})

describe('requests', () => {
  it('answers what is not JSON with its reason', async () => {
    const headers = { cookie: (await world.signUp()).cookie() }
    const text = await world.request('/clients', { method: 'POST', body: 'name=x', headers })
    expect([text.status, (await text.json()).code]).toEqual([415, 'body-not-json'])
    const broken = await world.request('/clients', {
      method: 'POST',
      body: '{',
      headers: { ...headers, 'content-type': 'application/json' },
    })
    expect([broken.status, (await broken.json()).code]).toEqual([400, 'body-unreadable'])
  })

  it('refuses what is over 256 kB', async () => {
    const ada = await world.signUp()
    expect(await ada.post('/clients', { name: 'x'.repeat(300_000) })).toMatchObject({
      status: 413,
      body: { code: 'body-too-large' },
    })
  })

  it('knows only its own addresses', async () => {
    expect(await (await world.signUp()).get('/nothing')).toMatchObject({ status: 404, body: { code: 'route-unknown' } })
  })

  it.each(['/clients', '/invoices', '/members', '/billing/receipts', '/tokens', '/docent-token'])(
    'gives nothing of %s to a stranger',
    async (path) =>
      expect(await world.caller().get(path)).toMatchObject({ status: 401, body: { code: 'not-signed-in' } }),
  )
})

describe('members', () => {
  it('lets an invited person in, with what the role allows', async () => {
    const ada = await world.signUp()
    const { body } = await ada.post('/members/invitations', { email: 'ola@brightwater.eu', role: 'member' })
    const address = body.invitation.path.replace('/join', '/invitations')
    const ola = world.caller()
    expect((await ola.get(address)).body).toEqual({
      email: 'ola@brightwater.eu',
      company: 'Brightwater',
      role: 'member',
    })
    expect((await ola.post(address, { name: 'Ola', password })).status).toBe(201)
    expect((await world.caller().get(address)).body.code).toBe('invitation-gone')
    await addClient(ola)
    expect((await ada.get('/clients')).body.clients).toHaveLength(1)
    for (const refused of [
      await ola.post('/members/invitations', { email: 'x@y.eu', role: 'admin' }),
      await ola.put('/company/details', details),
      await ola.post('/billing/plan', { plan: 'pro' }),
      await ola.post('/company/reset', { confirm: 'Brightwater' }),
    ]) {
      expect(refused).toMatchObject({ status: 403, body: { code: 'role-too-small' } })
    }
  })

  it('shuts a removed person out at once', async () => {
    const ada = await world.signUp()
    const { body } = await ada.post('/members/invitations', { email: 'ola@brightwater.eu', role: 'admin' })
    const ola = world.caller()
    await ola.post(body.invitation.path.replace('/join', '/invitations'), { name: 'Ola', password })
    const { people } = (await ada.get('/members')).body
    const owner = people.find((person: { role: string }) => person.role === 'owner')
    const other = people.find((person: { role: string }) => person.role === 'admin')
    expect((await ola.delete(`/members/${owner.id}`)).body.code).toBe('owner-stays')
    expect((await ada.delete(`/members/${other.id}`)).status).toBe(200)
    expect((await ola.get('/clients')).status).toBe(401)
  })
})

describe('API tokens', () => {
  it('act as the person until they are removed', async () => {
    const ada = await world.signUp()
    const { token, secret } = (await ada.post('/tokens', { name: 'Shop' })).body
    const script = world.caller({ authorization: `Bearer ${secret}` })
    await addClient(script)
    expect((await ada.get('/clients')).body.clients).toHaveLength(1)
    expect(JSON.stringify((await ada.get('/tokens')).body)).not.toContain(secret)
    await ada.delete(`/tokens/${token.id}`)
    expect((await script.get('/clients')).body.code).toBe('token-unknown')
  })

  it('rest while the plan is Starter', async () => {
    const ada = await world.signUp()
    const { secret } = (await ada.post('/tokens', { name: 'Shop' })).body
    await ada.post('/billing/plan', { plan: 'starter' })
    expect((await world.caller({ authorization: `Bearer ${secret}` }).get('/clients')).body.code).toBe(
      'plan-without-api',
    )
  })
})

describe('Docent token', () => {
  it('says who is signed in, for 15 minutes', async () => {
    const ada = await world.signUp()
    const { token } = (await ada.get('/docent-token')).body
    const key = new TextEncoder().encode(tokenKey)
    const { payload } = await jwtVerify(token, key, { algorithms: ['HS256'], audience: 'paperlane' })
    expect(payload).toMatchObject({
      sub: (await ada.get('/session')).body.session.person.id,
      name: 'Ada Berg',
      email: 'ada@brightwater.eu',
    })
    expect((payload.exp ?? 0) - (payload.iat ?? 0)).toBe(15 * 60)
  })
})
