import { describe, expect, it } from 'vitest'
import { type InvoiceLine, invoiceTotals, lineNetCents } from './invoice-totals.ts'

const line = (unitCents: number, quantity = 1, vatRate = 21): InvoiceLine => ({
  description: 'Work',
  quantity,
  unitCents,
  vatRate,
})

describe('invoice totals', () => {
  it('adds hours, VAT and total', () => {
    expect(invoiceTotals([line(12_000, 12), line(9_000, 4)])).toEqual({
      netCents: 180_000,
      vat: [{ rate: 21, netCents: 180_000, vatCents: 37_800 }],
      totalCents: 217_800,
    })
  })

  it('rounds VAT once for each rate, not for each line', () => {
    expect(invoiceTotals([line(10, 1, 5), line(10, 1, 5), line(10, 1, 5)]).vat[0]?.vatCents).toBe(2)
  })

  it('groups rates, highest first, and keeps their nets apart', () => {
    const totals = invoiceTotals([line(1_000, 1, 5.5), line(2_000, 1, 25.5), line(3_000, 1, 0)])
    expect(totals.vat.map((group) => [group.rate, group.netCents, group.vatCents])).toEqual([
      [25.5, 2_000, 510],
      [5.5, 1_000, 55],
      [0, 3_000, 0],
    ])
    expect(totals.totalCents).toBe(6_565)
  })

  it('takes parts of a unit without losing a cent', () => {
    expect(lineNetCents(line(9_999, 0.125))).toBe(1_250)
    expect(lineNetCents(line(105, 1.1))).toBe(116)
  })

  it('is nothing for no lines', () => expect(invoiceTotals([])).toEqual({ netCents: 0, vat: [], totalCents: 0 }))
})
