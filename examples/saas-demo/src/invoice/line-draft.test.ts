import { describe, expect, it } from 'vitest'
import { countableLine, draftOf, emptyLine, lineOf, withRate } from './line-draft.ts'

describe('lines being written', () => {
  it('reads quantity and price as people type them', () => {
    const draft = { ...emptyLine(21), description: 'Design', quantity: '2,5', price: '1.200,50' }
    expect(lineOf(draft)).toEqual({ description: 'Design', quantity: 2.5, unitCents: 120_050, vatRate: 21 })
  })

  it('leaves out what it cannot read, so that the server asks for it', () => {
    const sent = JSON.parse(JSON.stringify(lineOf({ ...emptyLine(21), quantity: 'x', price: '' })))
    expect(sent).toEqual({ description: '', vatRate: 21 })
    expect(countableLine({ ...emptyLine(21), quantity: 'x' })).toMatchObject({ quantity: 0, unitCents: 0 })
  })

  it('follows the client’s rate until one was chosen by hand', () => {
    const chosen = { ...emptyLine(5), isVatChosen: true }
    expect(withRate([emptyLine(21), chosen], 0).map((line) => line.vatRate)).toEqual([0, 5])
  })

  it('gives a stored line back unchanged', () => {
    const line = { description: 'Revisions', quantity: 0.125, unitCents: 9_005, vatRate: 5.5 }
    expect(lineOf(draftOf(line))).toEqual(line)
  })
})
