import type { StateEntry } from '@docent/protocol'
import { createFakeClock, createFakePage } from '@docent/testkit'
import { effect, signal } from '@preact/signals-core'
import { afterEach, expect, it, vi } from 'vitest'
import type { FeatureContext } from '../../feature.ts'
import type { Cap } from '../../options.ts'
import { createScope } from '../../scope.ts'
import type { SurfaceRequest } from '../orchestrator-types.ts'
import { createManners } from './manners.ts'

afterEach(() => vi.unstubAllGlobals())

function open(caps?: readonly Cap[], stored?: ReadonlyMap<string, StateEntry>) {
  const clock = createFakeClock()
  const page = createFakePage()
  const unread = signal(0)
  const panel = signal<FeatureContext['panel']['value']>(undefined)
  const entries = signal<ReadonlyMap<string, StateEntry>>(stored ?? new Map())
  const scope = createScope()
  const put = (entry: Omit<StateEntry, 'changedAt'>): void =>
    void (entries.value = new Map(entries.peek()).set(entry.key, { ...entry, changedAt: 1 }))
  const state = { entries, put, get: (key: string) => entries.value.get(key)?.value }
  const context = { app: 'test', clock, page, panel, scope, state } as unknown as FeatureContext
  const manners = createManners(context, unread, caps)
  const closed = (request: SurfaceRequest, isDue = true) =>
    manners
      .gates(request, isDue, false)
      .filter(({ verdict }) => verdict !== true)
      .map(({ gate }) => gate)
  return { clock, page, unread, panel, entries, scope, manners, closed, put }
}
const request = (id: string, more: Partial<SurfaceRequest> = {}): SurfaceRequest => ({
  ...{ id, slot: 'anchored', reason: 'automatic', show: () => () => {} },
  ...more,
})
/** Web Locks of one origin, as its tabs share them. */
function stubLocks() {
  const queue: { readonly grant: () => Promise<void> }[] = []
  const next = (): void => void queue[0]?.grant().then(() => queue.shift() && next())
  const asked = vi.fn((_: string, { signal: end }: { signal: AbortSignal }, hold: () => Promise<void>) => {
    const entry = { grant: hold }
    end.addEventListener('abort', () => {
      const place = queue.indexOf(entry)
      if (place > 0) queue.splice(place, 1)
    })
    if (queue.push(entry) === 1) next()
    return Promise.resolve()
  })
  vi.stubGlobal('navigator', { locks: { request: asked } })
}

it('waits while the page is hidden, the panel is open, or an answer is unread', () => {
  const { page, panel, unread, closed } = open()
  expect(closed(request('guide/a'))).toEqual([])
  page.visible.value = false
  panel.value = { feature: 'chat', route: '' }
  unread.value = 1
  expect(closed(request('guide/a'))).toEqual(['page-visible', 'panel-closed', 'nothing-unread', 'one-tab'])
})

it('waits while a dialog of the host is open', async () => {
  const { closed } = open()
  const dialog = document.createElement('div')
  dialog.setAttribute('aria-modal', 'true')
  document.body.append(dialog)
  const seen: (readonly string[])[] = []
  const stop = effect(() => void seen.push(closed(request('guide/a'))))
  expect(seen.at(-1)).toContain('no-host-dialog')
  dialog.remove()
  await vi.waitFor(() => expect(seen.at(-1)).toEqual([]))
  stop()
})

it('counts a delay while the rule is true, and begins anew when it was not', async () => {
  const { clock, closed } = open()
  const slow = request('guide/a', { delayMs: 1000 })
  expect(closed(slow)).toEqual(['delay', 'one-tab'])
  await clock.advance(999)
  expect(closed(slow)).toContain('delay')
  expect(closed(slow, false)).toContain('delay')
  await clock.advance(1)
  expect(closed(slow)).toContain('delay')
  await clock.advance(1000)
  expect(closed(slow)).toEqual([])
})

it('caps by group: of all, of a feature, and of groups that surfaces name', async () => {
  const caps = [
    { group: 'all', atMost: 3, within: 'P1D' },
    { group: 'guide', atMost: 2, within: 'P1D' },
    { group: 'sales', atMost: 1, within: 'PT1H' },
  ]
  const { clock, page, manners, closed } = open(caps)
  const sales = request('guide/offer', { groups: ['sales'] })
  manners.shown(sales)
  expect(closed(sales)).toEqual(['cap', 'one-tab'])
  expect(closed(request('guide/tour'))).toEqual([])
  await clock.advance(3_600_001)
  page.navigate('/next')
  expect(closed(sales)).toEqual([])
  manners.shown(sales)
  expect(closed(request('guide/tour'))).toContain('cap')
  expect(closed(request('checklist/a'))).toEqual([])
  manners.shown(request('checklist/a'))
  expect(closed(request('chat/a'))).toContain('cap')
})

it('keeps what it counted only once the visitor has done something, and believes other devices', () => {
  const caps = [{ group: 'all', atMost: 1, within: 'P1D' }]
  const { manners, entries, put } = open(caps)
  manners.shown(request('guide/a'))
  expect(entries.value.size).toBe(0)
  put({ key: 'guide/a/dismissed', value: 1, merge: 'max' })
  const kept = entries.value.get('caps/all/0')
  expect(kept).toMatchObject({ merge: 'max' })
  const other = open(caps, new Map(entries.value))
  expect(other.closed(request('guide/b'))).toContain('cap')
})

it('comes in one tab, and in the next when it went there', async () => {
  stubLocks()
  const [first, second] = [open(), open()]
  const here = request('guide/a')
  const there = request('guide/a')
  expect(first.closed(here)).toEqual([])
  expect(second.closed(there)).toEqual(['one-tab'])
  first.manners.left(here)
  await vi.waitFor(() => expect(second.closed(there)).toEqual([]))
  second.scope.dispose()
  await vi.waitFor(() => expect(first.closed(here)).toEqual([]))
})
