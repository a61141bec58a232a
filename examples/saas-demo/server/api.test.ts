import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { decodeJwt, jwtVerify } from 'jose'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createApi } from './api.ts'
import { openDatabase, type Store } from './database.ts'

const tokenKey = 'a-key-of-at-least-thirty-two-bytes!'
const dayMs = 86_400_000
let dataDir: string
let store: Store
let now: number
let api: ReturnType<typeof createApi>

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'paperlane-'))
  now = Date.UTC(2026, 10, 20, 10)
  start()
})

afterEach(async () => {
  await store.destroy()
  rmSync(dataDir, { recursive: true })
})

function start() {
  store = openDatabase(dataDir)
  api = createApi({ store, tokenKey, now: () => now })
}

/** A browser or script with its own cookie or token. */
function caller(credential: { cookie?: string; authorization?: string } = {}) {
  const headers: Record<string, string> = { 'content-type': 'application/json', ...credential }
  const call = async (method: string, path: string, body?: unknown) => {
    const init: RequestInit = { method, headers }
    if (body !== undefined) init.body = JSON.stringify(body)
    const response = await api.request(path, init)
    const cookie = response.headers.get('set-cookie')?.split(';')[0]
    if (cookie) headers.cookie = cookie
    return { status: response.status, body: await response.json() }
  }
  return {
    get: (path: string) => call('GET', path),
    post: (path: string, body: unknown = {}) => call('POST', path, body),
    put: (path: string, body: unknown) => call('PUT', path, body),
    patch: (path: string, body: unknown) => call('PATCH', path, body),
    delete: (path: string) => call('DELETE', path),
    cookie: () => headers.cookie ?? '',
  }
}

type Caller = ReturnType<typeof caller>
const password = 'correct horse battery'

async function signUp(email = 'ada@brightwater.eu', company = 'Brightwater'): Promise<Caller> {
  const ada = caller()
  const { status } = await ada.post('/sign-up', { name: 'Ada Berg', email, company, password })
  expect(status).toBe(201)
  return ada
}

const details = {
  name: 'Brightwater',
  initials: '',
  colour: '#1f3a5f',
  address: 'Brīvības 1, Riga',
  country: 'LV',
  vatNumber: '',
}
const iban = 'LV80 BANK 0000 4351 9500 1'

async function addClient(who: Caller, change: object = {}): Promise<string> {
  const { body } = await who.post('/clients', { name: 'Northwind Films', country: 'LV', ...change })
  return body.client.id
}

async function addInvoice(who: Caller, clientId: string) {
  const { status, body } = await who.post('/invoices', {
    clientId,
    lines: [{ description: 'Title design', unitCents: 12_000 }],
  })
  expect(status).toBe(201)
  return body.invoice
}

describe('accounts', () => {
  it('signs up, out and in again', async () => {
    const ada = await signUp()
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
    const { status, body } = await caller().post('/sign-up', { name: ' ', email: 'ada', password: 'short' })
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
    await signUp()
    const again = await caller().post('/sign-up', { name: 'X', email: 'ADA@brightwater.eu', company: 'Y', password })
    expect(again).toMatchObject({ status: 409, body: { code: 'email-taken' } })
  })

  it('does not say which of e-mail and password was wrong', async () => {
    await signUp()
    const wrong = await caller().post('/sign-in', { email: 'ada@brightwater.eu', password: 'something else' })
    const unknown = await caller().post('/sign-in', { email: 'who@brightwater.eu', password })
    expect(wrong).toEqual(unknown)
    expect(wrong.status).toBe(401)
  })

  it('ends a session after 30 days', async () => {
    const ada = await signUp()
    now += 30 * dayMs + 1
    expect((await ada.get('/clients')).status).toBe(401)
  })

  it('keeps everything over a restart', async () => {
    const ada = await signUp()
    await addClient(ada)
    await store.destroy()
    start()
    expect((await ada.get('/clients')).body.clients).toHaveLength(1)
  })
})

describe('requests', () => {
  it('answers what is not JSON with its reason', async () => {
    const headers = { cookie: (await signUp()).cookie() }
    const text = await api.request('/clients', { method: 'POST', body: 'name=x', headers })
    expect([text.status, (await text.json()).code]).toEqual([415, 'body-not-json'])
    const broken = await api.request('/clients', {
      method: 'POST',
      body: '{',
      headers: { ...headers, 'content-type': 'application/json' },
    })
    expect([broken.status, (await broken.json()).code]).toEqual([400, 'body-unreadable'])
  })

  it('refuses what is over 256 kB', async () => {
    const ada = await signUp()
    expect(await ada.post('/clients', { name: 'x'.repeat(300_000) })).toMatchObject({
      status: 413,
      body: { code: 'body-too-large' },
    })
  })

  it('knows only its own addresses', async () => {
    expect(await (await signUp()).get('/nothing')).toMatchObject({ status: 404, body: { code: 'route-unknown' } })
  })

  it.each(['/clients', '/invoices', '/members', '/billing/receipts', '/tokens', '/docent-token'])(
    'gives nothing of %s to a stranger',
    async (path) => expect(await caller().get(path)).toMatchObject({ status: 401, body: { code: 'not-signed-in' } }),
  )
})

describe('clients', () => {
  it('changes only what is sent', async () => {
    const ada = await signUp()
    const id = await addClient(ada, { email: 'pay@northwind.se', address: 'Storgatan 1' })
    const { body } = await ada.patch(`/clients/${id}`, { country: 'SE' })
    expect(body.client).toMatchObject({
      name: 'Northwind Films',
      email: 'pay@northwind.se',
      address: 'Storgatan 1',
      country: 'SE',
    })
  })

  it('explains a VAT number that does not fit its country', async () => {
    const { status, body } = await (await signUp()).post('/clients', { name: 'X', country: 'LV', vatNumber: 'LV4010' })
    expect(status).toBe(422)
    expect(body.fields.vatNumber).toMatch(/LV and 11 digits.*You entered 4/)
  })

  it('keeps a client that has invoices', async () => {
    const ada = await signUp()
    const id = await addClient(ada)
    const invoice = await addInvoice(ada, id)
    expect(await ada.delete(`/clients/${id}`)).toMatchObject({ status: 409, body: { code: 'client-has-invoices' } })
    await ada.delete(`/invoices/${invoice.id}`)
    expect((await ada.delete(`/clients/${id}`)).status).toBe(200)
  })

  it('shows nobody the clients of another company', async () => {
    const id = await addClient(await signUp())
    const eve = await signUp('eve@other.eu', 'Other')
    expect((await eve.get('/clients')).body.clients).toEqual([])
    expect((await eve.get(`/clients/${id}`)).status).toBe(404)
    expect((await eve.patch(`/clients/${id}`, { name: 'Mine' })).status).toBe(404)
    const taken = await eve.post('/invoices', { clientId: id, lines: [{ description: 'x', unitCents: 1 }] })
    expect(taken.body.fields.clientId).toMatch(/does not exist/)
  })
})

describe('invoices', () => {
  it('fills in date, due date and VAT from the settings and the client', async () => {
    const ada = await signUp()
    await ada.put('/company/details', details)
    const home = await addInvoice(ada, await addClient(ada))
    expect(home).toMatchObject({
      number: 1001,
      status: 'draft',
      issuedOn: '2026-11-20',
      dueOn: '2026-12-04',
      totalCents: 14_520,
    })
    const abroad = await addInvoice(ada, await addClient(ada, { country: 'DE', vatNumber: 'DE123456789' }))
    expect(abroad).toMatchObject({ number: 1002, totalCents: 12_000 })
  })

  it('goes from draft to sent to paid and one step back', async () => {
    const ada = await signUp()
    const { id } = await addInvoice(ada, await addClient(ada))
    expect(await ada.post(`/invoices/${id}/send`)).toMatchObject({
      status: 409,
      body: { code: 'bank-account-missing' },
    })
    await ada.put('/company/bank-account', { iban })
    expect((await ada.post(`/invoices/${id}/pay`)).body.code).toBe('invoice-draft')
    expect((await ada.post(`/invoices/${id}/send`, { on: '2026-11-21' })).body.invoice).toMatchObject({
      status: 'sent',
      sentOn: '2026-11-21',
    })
    expect((await ada.patch(`/invoices/${id}`, { note: 'x' })).body.code).toBe('invoice-sent')
    expect((await ada.post(`/invoices/${id}/pay`)).body.invoice).toMatchObject({ status: 'paid', paidOn: '2026-11-20' })
    expect((await ada.delete(`/invoices/${id}`)).body.code).toBe('invoice-paid')
    expect((await ada.post(`/invoices/${id}/unpay`)).body.invoice).toMatchObject({ status: 'sent', paidOn: null })
  })

  it('never gives a number twice', async () => {
    const ada = await signUp()
    const clientId = await addClient(ada)
    const first = await addInvoice(ada, clientId)
    await ada.delete(`/invoices/${first.id}`)
    expect((await addInvoice(ada, clientId)).number).toBe(first.number + 1)
    const invoicing = { defaultVatRate: 21, paymentDays: 30, nextNumber: 1002 }
    expect((await ada.put('/company/invoicing', invoicing)).body.fields.nextNumber).toMatch(/next one is 1003/)
    await ada.put('/company/invoicing', { ...invoicing, nextNumber: 2044 })
    expect((await addInvoice(ada, clientId)).number).toBe(2044)
  })

  it('duplicates as a draft with today’s dates', async () => {
    const ada = await signUp()
    const { id } = await addInvoice(ada, await addClient(ada))
    now += 10 * dayMs
    const { body } = await ada.post(`/invoices/${id}/duplicate`)
    expect(body.invoice).toMatchObject({ number: 1002, status: 'draft', issuedOn: '2026-11-30', dueOn: '2026-12-14' })
  })

  it('names the field of the line that does not fit', async () => {
    const ada = await signUp()
    const clientId = await addClient(ada)
    const lines = [
      { description: 'Fine', unitCents: 1 },
      { description: '', quantity: 0, unitCents: 9.5 },
    ]
    const { body } = await ada.post('/invoices', { clientId, lines, dueOn: '2026-02-30' })
    expect(body.fields).toEqual({
      dueOn: 'Choose the due date, as year-month-day, for example 2026-11-28.',
      'lines.1.description': 'Say what this line is for.',
      'lines.1.quantity': 'The quantity is more than 0. For a credit, make the price negative.',
      'lines.1.unitCents': 'Send the price as whole cents: 9500 for €95.00.',
    })
    const early = await ada.post('/invoices', { clientId, lines: lines.slice(0, 1), dueOn: '2026-11-19' })
    expect(early.body.fields.dueOn).toBe('The due date is before the invoice date.')
  })
})

describe('plans', () => {
  it('limits Starter to 5 invoices a month once the trial is over', async () => {
    const ada = await signUp()
    const clientId = await addClient(ada)
    now = Date.UTC(2026, 11, 10)
    for (let count = 0; count < 5; count++) await addInvoice(ada, clientId)
    const line = { clientId, lines: [{ description: 'x', unitCents: 1 }] }
    expect(await ada.post('/invoices', line)).toMatchObject({ status: 402, body: { code: 'invoices-used-up' } })
    now = Date.UTC(2027, 0, 1)
    await ada.post('/sign-in', { email: 'ada@brightwater.eu', password })
    expect((await ada.post('/invoices', line)).status).toBe(201)
  })

  it('writes a receipt for every change', async () => {
    const ada = await signUp()
    expect((await ada.post('/billing/plan', { plan: 'business' })).body.company.plan).toBe('business')
    expect((await ada.post('/billing/plan', { plan: 'business' })).body.code).toBe('plan-in-use')
    expect((await ada.get('/billing/receipts')).body.receipts).toMatchObject([{ plan: 'business', amountCents: 2_900 }])
  })

  it('does not go below the people who are there', async () => {
    const ada = await signUp()
    await ada.post('/members/invitations', { email: 'ola@brightwater.eu', role: 'member' })
    expect((await ada.post('/billing/plan', { plan: 'starter' })).body.message).toBe(
      'Starter is for only you, and you are 2. Remove members first.',
    )
  })
})

describe('members', () => {
  it('lets an invited person in, with what the role allows', async () => {
    const ada = await signUp()
    const { body } = await ada.post('/members/invitations', { email: 'ola@brightwater.eu', role: 'member' })
    const address = body.invitation.path.replace('/join', '/invitations')
    const ola = caller()
    expect((await ola.get(address)).body).toEqual({
      email: 'ola@brightwater.eu',
      company: 'Brightwater',
      role: 'member',
    })
    expect((await ola.post(address, { name: 'Ola', password })).status).toBe(201)
    expect((await caller().get(address)).body.code).toBe('invitation-gone')
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
    const ada = await signUp()
    const { body } = await ada.post('/members/invitations', { email: 'ola@brightwater.eu', role: 'admin' })
    const ola = caller()
    await ola.post(body.invitation.path.replace('/join', '/invitations'), { name: 'Ola', password })
    const { people } = (await ada.get('/members')).body
    const owner = people.find((person: { role: string }) => person.role === 'owner')
    const other = people.find((person: { role: string }) => person.role === 'admin')
    expect((await ola.delete(`/members/${owner.id}`)).body.code).toBe('owner-stays')
    expect((await ada.delete(`/members/${other.id}`)).status).toBe(200)
    expect((await ola.get('/clients')).status).toBe(401)
  })
})

describe('settings', () => {
  it('takes the standard rate of the first country as default VAT', async () => {
    const ada = await signUp()
    expect((await ada.put('/company/details', details)).body.company).toMatchObject({
      defaultVatRate: 21,
      initials: 'B',
    })
    expect((await ada.put('/company/details', { ...details, country: 'EE' })).body.company.defaultVatRate).toBe(21)
  })

  it('explains an IBAN with a wrong digit', async () => {
    const ada = await signUp()
    const { body } = await ada.put('/company/bank-account', { iban: iban.replace('4351', '4315') })
    expect(body.fields.iban).toMatch(/check digits/)
  })

  it('deletes the work only after its name was typed', async () => {
    const ada = await signUp()
    await addInvoice(ada, await addClient(ada))
    expect((await ada.post('/company/reset', { confirm: 'brightwater' })).status).toBe(422)
    expect((await ada.post('/company/reset', { confirm: 'Brightwater' })).body.company).toMatchObject({
      iban: '',
      nextNumber: 1002,
    })
    expect((await ada.get('/session')).body.session.counts).toMatchObject({ clients: 0, invoices: 0 })
  })
})

describe('API tokens', () => {
  it('act as the person until they are removed', async () => {
    const ada = await signUp()
    const { token, secret } = (await ada.post('/tokens', { name: 'Shop' })).body
    const script = caller({ authorization: `Bearer ${secret}` })
    await addClient(script)
    expect((await ada.get('/clients')).body.clients).toHaveLength(1)
    expect(JSON.stringify((await ada.get('/tokens')).body)).not.toContain(secret)
    await ada.delete(`/tokens/${token.id}`)
    expect((await script.get('/clients')).body.code).toBe('token-unknown')
  })

  it('rest while the plan is Starter', async () => {
    const ada = await signUp()
    const { secret } = (await ada.post('/tokens', { name: 'Shop' })).body
    await ada.post('/billing/plan', { plan: 'starter' })
    expect((await caller({ authorization: `Bearer ${secret}` }).get('/clients')).body.code).toBe('plan-without-api')
  })
})

describe('Docent token', () => {
  it('says who is signed in, for 15 minutes', async () => {
    const ada = await signUp()
    const { token } = (await ada.get('/docent-token')).body
    const { payload } = await jwtVerify(token, new TextEncoder().encode(tokenKey), {
      algorithms: ['HS256'],
      currentDate: new Date(now),
    })
    expect(payload).toMatchObject({ sub: (await ada.get('/session')).body.session.person.id, name: 'Ada Berg' })
    expect((decodeJwt(token).exp ?? 0) * 1000).toBe(now + 15 * 60_000)
  })
})
