import { describe, expect, it } from 'vitest'
import { addClient, addInvoice, details, iban, password, setUpPaperlane } from '../testing/paperlane.ts'

const world = setUpPaperlane()

describe('plans', () => {
  it('limits Starter to 5 invoices a month once the trial is over', async () => {
    const ada = await world.signUp()
    const clientId = await addClient(ada)
    world.now = Date.UTC(2026, 11, 10)
    for (let count = 0; count < 5; count++) await addInvoice(ada, clientId)
    const line = { clientId, lines: [{ description: 'x', unitCents: 1 }] }
    expect(await ada.post('/invoices', line)).toMatchObject({ status: 402, body: { code: 'invoices-used-up' } })
    world.now = Date.UTC(2027, 0, 1)
    await ada.post('/sign-in', { email: 'ada@brightwater.eu', password })
    expect((await ada.post('/invoices', line)).status).toBe(201)
  })

  it('writes a receipt for every change', async () => {
    const ada = await world.signUp()
    expect((await ada.post('/billing/plan', { plan: 'business' })).body.company.plan).toBe('business')
    expect((await ada.post('/billing/plan', { plan: 'business' })).body.code).toBe('plan-in-use')
    expect((await ada.get('/billing/receipts')).body.receipts).toMatchObject([{ plan: 'business', amountCents: 2_900 }])
  })

  it('does not go below the people who are there', async () => {
    const ada = await world.signUp()
    await ada.post('/members/invitations', { email: 'ola@brightwater.eu', role: 'member' })
    expect((await ada.post('/billing/plan', { plan: 'starter' })).body.message).toBe(
      'Starter is for only you, and you are 2. Remove members first.',
    )
  })
})

describe('settings', () => {
  it('takes the standard rate of the first country as default VAT', async () => {
    const ada = await world.signUp()
    expect((await ada.put('/company/details', details)).body.company).toMatchObject({
      defaultVatRate: 21,
      initials: 'B',
    })
    expect((await ada.put('/company/details', { ...details, country: 'EE' })).body.company.defaultVatRate).toBe(21)
  })

  it('explains an IBAN with a wrong digit', async () => {
    const ada = await world.signUp()
    const { body } = await ada.put('/company/bank-account', { iban: iban.replace('4351', '4315') })
    expect(body.fields.iban).toMatch(/check digits/)
  })

  it('deletes the work only after its name was typed', async () => {
    const ada = await world.signUp()
    await addInvoice(ada, await addClient(ada))
    expect((await ada.post('/company/reset', { confirm: 'brightwater' })).status).toBe(422)
    expect((await ada.post('/company/reset', { confirm: 'Brightwater' })).body.company).toMatchObject({
      iban: '',
      nextNumber: 1002,
    })
    expect((await ada.get('/session')).body.session.counts).toMatchObject({ clients: 0, invoices: 0 })
  })
})
