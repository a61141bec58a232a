import { describe, expect, it } from 'vitest'
import { addClient, addInvoice, dayMs, details, iban, setUpPaperlane } from '../testing/paperlane.ts'

const world = setUpPaperlane()

describe('clients', () => {
  it('changes only what is sent', async () => {
    const ada = await world.signUp()
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
    const { status, body } = await (await world.signUp()).post('/clients', {
      name: 'X',
      country: 'LV',
      vatNumber: 'LV4010',
    })
    expect(status).toBe(422)
    expect(body.fields.vatNumber).toMatch(/LV and 11 digits.*You entered 4/)
  })

  it('keeps a client that has invoices', async () => {
    const ada = await world.signUp()
    const id = await addClient(ada)
    const invoice = await addInvoice(ada, id)
    expect(await ada.delete(`/clients/${id}`)).toMatchObject({ status: 409, body: { code: 'client-has-invoices' } })
    await ada.delete(`/invoices/${invoice.id}`)
    expect((await ada.delete(`/clients/${id}`)).status).toBe(200)
  })

  it('shows nobody the clients of another company', async () => {
    const id = await addClient(await world.signUp())
    const eve = await world.signUp('eve@other.eu', 'Other')
    expect((await eve.get('/clients')).body.clients).toEqual([])
    expect((await eve.get(`/clients/${id}`)).status).toBe(404)
    expect((await eve.patch(`/clients/${id}`, { name: 'Mine' })).status).toBe(404)
    const taken = await eve.post('/invoices', { clientId: id, lines: [{ description: 'x', unitCents: 1 }] })
    expect(taken.body.fields.clientId).toMatch(/does not exist/)
  })
})

describe('invoices', () => {
  it('fills in date, due date and VAT from the settings and the client', async () => {
    const ada = await world.signUp()
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
    const ada = await world.signUp()
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

  it('keeps who invoiced whom once it was sent', async () => {
    const ada = await world.signUp()
    const clientId = await addClient(ada)
    const { id, parties } = await addInvoice(ada, clientId)
    expect(parties).toBeNull()
    await ada.put('/company/bank-account', { iban })
    await ada.post(`/invoices/${id}/send`)
    await ada.patch(`/clients/${clientId}`, { name: 'Northwind Group' })
    await ada.put('/company/bank-account', { iban: 'DE89370400440532013000' })
    expect((await ada.get(`/invoices/${id}`)).body.invoice).toMatchObject({
      clientName: 'Northwind Group',
      parties: { client: { name: 'Northwind Films' }, seller: { iban: 'LV80BANK0000435195001' } },
    })
  })

  it('never gives a number twice', async () => {
    const ada = await world.signUp()
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
    const ada = await world.signUp()
    const { id } = await addInvoice(ada, await addClient(ada))
    world.now += 10 * dayMs
    const { body } = await ada.post(`/invoices/${id}/duplicate`)
    expect(body.invoice).toMatchObject({ number: 1002, status: 'draft', issuedOn: '2026-11-30', dueOn: '2026-12-14' })
  })

  it('names the field of the line that does not fit', async () => {
    const ada = await world.signUp()
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
