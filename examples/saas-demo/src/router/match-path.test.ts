import { describe, expect, it } from 'vitest'
import { matchPath } from './match-path.ts'

describe('matchPath', () => {
  it('matches a plain path, with or without a slash at its end', () => {
    expect(matchPath('/invoices', '/invoices')).toEqual({})
    expect(matchPath('/invoices', '/invoices/')).toEqual({})
    expect(matchPath('/', '/')).toEqual({})
  })
  it('names the parts', () => expect(matchPath('/invoices/:id/edit', '/invoices/a%20b/edit')).toEqual({ id: 'a b' }))
  it('survives a broken escape', () => expect(matchPath('/join/:token', '/join/%E0%A4')).toEqual({ token: '%E0%A4' }))
  it('refuses another form', () => {
    expect(matchPath('/invoices/:id', '/invoices')).toBeUndefined()
    expect(matchPath('/invoices/:id', '/clients/1')).toBeUndefined()
  })
})
