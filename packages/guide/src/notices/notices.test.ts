import { createScope, memoryStorage, type SurfaceRequest } from '@docent/core'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { BannerDefinition, HotspotDefinition } from '../options.ts'
import { createTestContext } from '../test-context.ts'
import { createNoticeRecord } from './notice-record.ts'
import { showNotices } from './show-notices.ts'
import { drawBanner, drawHotspot } from './view.ts'

const banner: BannerDefinition = {
  ...{ id: 'pause', text: 'We pause on Sunday', when: { kind: 'page', path: '/a' }, priority: 3 },
  until: { kind: 'page', path: '/used' },
}
const hotspot: HotspotDefinition = { id: 'export', target: '#export', title: 'Exports', text: 'As PDF.' }

function newLayer(): HTMLElement {
  const host = document.createElement('docent-widget')
  const layer = document.createElement('div')
  host.attachShadow({ mode: 'open' }).append(layer)
  document.body.append(host)
  return layer
}
async function openRecord(path: string) {
  const test = createTestContext({ entries: new Map(), path })
  const { evaluate } = await test.context.targeting()
  return { ...test, record: createNoticeRecord(test.context, evaluate) }
}
beforeEach(() => {
  vi.stubGlobal('visualViewport', null)
  vi.spyOn(Element.prototype, 'getBoundingClientRect').mockReturnValue(new DOMRect(0, 0, 10, 10))
})
afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
  document.body.replaceChildren()
})

describe('what is kept of a notice', () => {
  it('is due by its rule, until it was closed, on this device or another', async () => {
    const { goTo, record, tracked } = await openRecord('/b')
    expect(record.isDue(banner)).toBe(false)
    goTo('/a')
    expect(record.isDue(banner)).toBe(true)
    record.close(banner)
    expect(record.isDue(banner)).toBe(false)
    expect(tracked).toMatchObject([{ name: 'notice_dismissed', data: { id: 'pause' } }])
  })

  it('is over for good once what it points at was used, and not before', async () => {
    const { goTo, record, tracked } = await openRecord('/a')
    record.retire(banner)
    expect([record.isDue(banner), tracked]).toEqual([true, []])
    goTo('/used')
    record.retire(banner)
    goTo('/a')
    expect(record.isDue(banner)).toBe(false)
    expect(tracked).toMatchObject([{ name: 'notice_retired', data: { id: 'pause', why: 'feature_used' } }])
  })

  it('is not due before it is known what the visitor has done', async () => {
    const { entries, record } = await openRecord('/a')
    entries.value = undefined
    expect(record.isDue(banner)).toBe(false)
  })
})

it('a banner asks for the bar while it is due, and takes its wish back when it is not', async () => {
  const { context, goTo } = createTestContext({ entries: new Map(), path: '/b' })
  const targeting = await context.targeting()
  const asked: SurfaceRequest[] = []
  const orchestrator = {
    ...targeting.orchestrator,
    request(request: SurfaceRequest) {
      asked.push(request)
      return { shown: { value: false } as never, release: () => void asked.splice(asked.indexOf(request), 1) }
    },
  }
  showNotices(context, { ...targeting, orchestrator }, { banners: [banner] })
  expect(asked).toEqual([])
  goTo('/a')
  expect(asked).toMatchObject([{ id: 'guide/pause', slot: 'bar', reason: 'automatic', priority: 3 }])
  const [first] = asked
  // What else is kept of the visitor, also how often they were shown something, is no reason to ask anew.
  context.state.put({ key: 'caps/all/0', value: 1, merge: 'max' })
  expect(asked).toEqual([first])
  expect(asked[0]).toBe(first)
  goTo('/b')
  expect(asked).toEqual([])
})

describe('what is drawn', () => {
  const openContext = () => {
    const test = createTestContext()
    return { ...test, context: { ...test.context, storage: memoryStorage() } }
  }
  const record = () => ({ isDue: () => true, close: vi.fn(), retire: vi.fn() })

  it('of a banner: its words, one more button, and a way to close it; nothing is left of it', () => {
    const { context, navigations, tracked } = openContext()
    const [layer, scope, kept] = [newLayer(), createScope(), record()]
    const before = document.activeElement
    const given: BannerDefinition = { ...banner, action: { kind: 'page', url: '/status', label: 'Read more' } }
    drawBanner(context, given, layer, kept, scope)
    const [more, close] = layer.querySelectorAll('button')
    expect(layer.querySelector('[role=status]')?.textContent).toBe('We pause on SundayRead moreGot it')
    expect(document.activeElement).toBe(before)
    more?.click()
    close?.click()
    expect([navigations, kept.close.mock.calls.length]).toEqual([['/status'], 2])
    scope.dispose()
    expect([layer.childElementCount, kept.retire.mock.calls.length]).toEqual([0, 1])
    expect(tracked.map(({ name }) => name)).toEqual(['banner_seen'])
  })

  it('of a hotspot: a dot that opens and closes a card, with Escape too, and goes with its target', async () => {
    const { context, tracked } = openContext()
    const target = document.body.appendChild(document.createElement('button'))
    target.id = 'export'
    const [layer, scope, kept] = [newLayer(), createScope(), record()]
    drawHotspot(context, hotspot, layer, kept, scope)
    const dot = () => layer.querySelector<HTMLElement>('.hot')
    const card = () => layer.querySelector('[role=dialog]')
    await vi.waitFor(() => expect(dot()?.getAttribute('aria-label')).toBe('Exports'), { interval: 1 })
    expect(card()).toBeNull()
    dot()?.click()
    expect([card()?.querySelector('p')?.textContent, dot()?.getAttribute('aria-expanded')]).toEqual(['As PDF.', 'true'])
    card()?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }))
    expect([card(), dot()?.getAttribute('aria-expanded')]).toEqual([null, 'false'])
    dot()?.click()
    card()?.querySelector('button')?.click()
    expect(kept.close).toHaveBeenCalledTimes(1)
    target.remove()
    await vi.waitFor(() => expect(dot()).toBeNull(), { interval: 1 })
    expect(tracked.map(({ name }) => name)).toEqual(['hotspot_seen', 'hotspot_opened', 'hotspot_opened'])
    scope.dispose()
    expect(layer.childElementCount).toBe(0)
  })
})
