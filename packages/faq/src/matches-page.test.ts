import { matchesPath } from '@docent/core/rules'
import { describe, expect, it } from 'vitest'
import { matchesPage } from './matches-page.ts'

const patterns = [
  '/',
  '/*',
  '/invoices',
  '/invoices/',
  '/invoices/*',
  '/invoices/:id',
  '/invoices/:id/lines',
  '/:area/new',
  '/a?x=1',
  '/a#b',
]
const paths = [
  '/',
  '/invoices',
  '/invoices/',
  '/invoices/42',
  '/invoices/42/',
  '/invoices/42/lines',
  '/invoices/new',
  '/clients/new',
  '/a',
  '/invoicesx',
  '/a/b/c',
]

describe('matchesPage', () => {
  it('says the same as the page rule', () => {
    for (const pattern of patterns)
      for (const path of paths)
        expect([pattern, path, matchesPage(pattern, path)]).toEqual([pattern, path, matchesPath(pattern, path)])
  })

  it('takes a segment by name and any rest by a star', () => {
    expect(matchesPage('/invoices/*', '/invoices/42/lines')).toBe(true)
    expect(matchesPage('/invoices/*', '/clients')).toBe(false)
    expect(matchesPage('/invoices/:id', '/invoices/42')).toBe(true)
    expect(matchesPage('/invoices/:id', '/invoices')).toBe(false)
  })
})
