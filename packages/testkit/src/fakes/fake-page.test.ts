import { effect } from '@preact/signals-core'
import { describe, expect, it } from 'vitest'
import { createFakePage } from './fake-page.ts'

describe('createFakePage', () => {
  it('tells its followers where it went', () => {
    const page = createFakePage()
    const seen: [string, string][] = []
    const stop = effect(() => void seen.push([page.url.value, page.title()]))
    page.navigate('/invoices?open=1', 'Invoices')
    stop()
    expect(seen).toEqual([
      ['https://app.example/', 'App'],
      ['https://app.example/invoices?open=1', 'Invoices'],
    ])
  })

  it('writes down where it was told to go', () => {
    const page = createFakePage()
    page.go('/billing')
    expect(page.loaded).toEqual(['https://app.example/billing'])
  })

  it('is visible, online and not frozen until the test says otherwise', () => {
    const page = createFakePage()
    expect([page.visible.value, page.online.value, page.frozen.value]).toEqual([true, true, false])
  })
})
