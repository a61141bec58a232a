import { signal } from '@preact/signals'
import { describe, expect, it } from 'vitest'
import { createRouter, formatRoute, parseRoute, type Route } from './router.ts'

const base = '/inbox/'

describe('parseRoute', () => {
  it.each<[string, Route]>([
    ['https://s.test/inbox/', { list: 'open' }],
    ['https://s.test/inbox/mine', { list: 'mine' }],
    ['https://s.test/inbox/c/abc', { list: 'open', conversationId: 'abc' }],
    ['https://s.test/inbox/closed/c/abc/visitor', { list: 'closed', conversationId: 'abc', visitor: true }],
    ['https://s.test/inbox/c/a%2Fb', { list: 'open', conversationId: 'a/b' }],
    ['https://s.test/inbox/c/', { list: 'open' }],
    ['https://s.test/inbox/nonsense/at/all', { list: 'open' }],
    ['https://s.test/inbox/c/%E0%A4%A', { list: 'open', conversationId: '%E0%A4%A' }],
    ['https://s.test/elsewhere', { list: 'open' }],
  ])('reads %s', (url, route) => {
    expect(parseRoute(url, base)).toEqual(route)
  })
  it.each<Route>([
    { list: 'open' },
    { list: 'snoozed' },
    { list: 'open', conversationId: 'a/b c' },
    { list: 'mine', conversationId: 'x', visitor: true },
  ])('reads back what formatRoute wrote: %o', (route) => {
    expect(parseRoute(`https://s.test${formatRoute(route, base)}`, base)).toEqual(route)
  })
})

describe('createRouter', () => {
  function open(address: string) {
    const url = signal(address)
    const steps: string[] = []
    const move = (kind: string) => (_: unknown, __: string, to?: string | URL | null) => {
      steps.push(`${kind} ${to}`)
      url.value = `https://s.test${to}`
    }
    const router = createRouter({ base, url, history: { pushState: move('push'), replaceState: move('replace') } })
    return { url, steps, router }
  }
  it('follows the address', () => {
    const { url, router } = open('https://s.test/inbox/')
    url.value = 'https://s.test/inbox/mine/c/7'
    expect(router.route.value).toEqual({ list: 'mine', conversationId: '7' })
  })
  it('leaves one way back for each step, and none for staying', () => {
    const { steps, router } = open('https://s.test/inbox/')
    router.go({ list: 'open', conversationId: '7' })
    router.go({ list: 'open', conversationId: '7' })
    router.go({ list: 'open' }, 'replace')
    expect(steps).toEqual(['push /inbox/c/7', 'replace /inbox/'])
  })
})
