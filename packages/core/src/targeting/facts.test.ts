import type { RecordedEvent } from '@docent/protocol'
import { createFakeClock, createFakePage } from '@docent/testkit'
import { effect, signal } from '@preact/signals-core'
import { expect, it, vi } from 'vitest'
import type { FeatureContext, VisitorFacts } from '../feature.ts'
import { memoryStorage } from '../storage/memory.ts'
import { everything, type Storage } from '../storage/storage.ts'
import { createFacts } from './facts.ts'

function open(past: RecordedEvent[] = [], storage: Storage = memoryStorage()) {
  const handlers: ((event: RecordedEvent) => void)[] = []
  const page = createFakePage()
  const visitor = signal<VisitorFacts>({ traits: {} })
  const context: Partial<FeatureContext> = {
    ...{ storage, page, visitor, past },
    clock: createFakeClock(),
    report: vi.fn(),
    onTrack: (handle) => void handlers.push(handle),
  }
  const facts = createFacts(context as FeatureContext, () => 'new')
  const track = (name: string, at: number) => {
    for (const handle of handlers) handle({ name, at, data: { amount: 1 } })
  }
  const reach = (name: string, times: readonly number[]) =>
    vi.waitFor(() => expect(facts.eventTimes(name)).toEqual(times))
  return { facts, storage, page, visitor, track, reach }
}

it('events of this page view before anyone asked count', async () => {
  const past = [
    { name: 'invoice_created', at: 10 },
    { name: 'other_thing', at: 11 },
    { name: 'invoice_created', at: 12 },
  ]
  const { facts, reach } = open(past)
  expect(facts.eventTimes('invoice_created')).toBeUndefined()
  await reach('invoice_created', [10, 12])
  await reach('never_happened', [])
})

it('event times are stored where a rule asked, by name and time only, and no others', async () => {
  const { reach, track, storage } = open([{ name: 'other_thing', at: 1 }])
  await reach('invoice_created', [])
  expect(await storage.read(everything)).toEqual([])
  track('other_thing', 2)
  track('invoice_created', 3)
  await reach('invoice_created', [3])
  expect(await storage.read(everything)).toEqual([['events/invoice_created', [3]]])
})

it('adds to what earlier page views stored, counts nothing twice, and keeps the last 50', async () => {
  const storage = memoryStorage([['events/invoice_created', [1, 2, 3]]])
  const { reach, track } = open([{ name: 'invoice_created', at: 3 }], storage)
  await reach('invoice_created', [1, 2, 3])
  for (let at = 4; at <= 60; at++) track('invoice_created', at)
  const last = Array.from({ length: 50 }, (_, index) => index + 11)
  await reach('invoice_created', last)
  expect(await storage.read(everything)).toEqual([['events/invoice_created', last]])
})

it('reading subscribes: path without query, traits before the visitor’s own fields', () => {
  const { facts, page, visitor } = open()
  const seen: unknown[] = []
  const stop = effect(() => void seen.push([facts.path(), facts.trait('plan'), facts.trait('email')]))
  page.navigate('/invoices?tab=open#top')
  visitor.value = { id: 'u1', email: 'ada@acme.com', traits: { plan: 'pro' } }
  stop()
  expect(seen).toEqual([
    ['/', undefined, undefined],
    ['/invoices', undefined, undefined],
    ['/invoices', 'pro', 'ada@acme.com'],
  ])
})
