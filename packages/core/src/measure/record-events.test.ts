import type { RecordedEvent } from '@docent/protocol'
import { signal } from '@preact/signals-core'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { Engine } from '../engine/engine-types.ts'
import { createScope, type Scope } from '../scope.ts'
import { memoryStorage } from '../storage/memory.ts'
import { everything, type Storage } from '../storage/storage.ts'
import { helpReport } from './help-summary.ts'
import { forgetEvents, recordEvents } from './record-events.ts'
import { createReport } from './report.ts'

let scope: Scope
beforeEach(() => void (scope = createScope()))
afterEach(() => scope.dispose())

const report = (error: unknown): never => {
  throw error
}
const event = (name: string, data?: RecordedEvent['data']): RecordedEvent => ({ name, at: 1, ...(data && { data }) })

/** A link that says what was sent; it knows the backend once it was opened. */
function fakeEngine(commands: readonly string[] = ['events-record']) {
  const capabilities = signal<{ commands: readonly string[] } | undefined>(undefined)
  const send = vi.fn(async () => 'id')
  const open = vi.fn(() => void (capabilities.value = { commands }))
  return { engine: { link: { capabilities, send, open } } as unknown as Engine, send, open }
}

function recorder(storage: Storage, fake: ReturnType<typeof fakeEngine>) {
  const loaded = signal<Engine | undefined>(undefined)
  const engine = async (): Promise<Engine> => (loaded.value = fake.engine)
  return { ...recordEvents({ storage, scope, report, engine, loadedEngine: loaded }), engine }
}

it('opens no link for a few events, and takes them along when it is open', async () => {
  const storage = memoryStorage()
  const fake = fakeEngine()
  const { record, settled, engine } = recorder(storage, fake)
  record(event('a'))
  record(event('help_searched', { text: 'iban 123', results: 0 }))
  await settled()
  expect(fake.open).not.toHaveBeenCalled()
  ;(await engine()).link.open()
  await settled()
  expect(fake.send).toHaveBeenCalledExactlyOnceWith('events-record', {
    events: [event('a'), event('help_searched', { text: 'iban …', results: 0 })],
  })
})

it('opens the link for many', async () => {
  const fake = fakeEngine()
  const { record, settled } = recorder(memoryStorage(), fake)
  for (let index = 0; index < 20; index++) record(event(`e${index}`))
  await settled()
  expect(fake.open).toHaveBeenCalledOnce()
  await settled()
  expect(fake.send).toHaveBeenCalledOnce()
})

it('sends nothing to a backend that records nothing, and does not pile up', async () => {
  const storage = memoryStorage()
  const fake = fakeEngine([])
  const { record, settled } = recorder(storage, fake)
  for (let index = 0; index < 30; index++) record(event('e'))
  await settled()
  await settled()
  expect(fake.send).not.toHaveBeenCalled()
  expect((await storage.read(everything)).map(([key]) => key)).toEqual(['measure/summary'])
})

it('two tabs count together', async () => {
  const storage = memoryStorage()
  const [one, two] = [recorder(storage, fakeEngine()), recorder(storage, fakeEngine())]
  for (let index = 0; index < 10; index++) {
    one.record(event('e'))
    two.record(event('e'))
    await Promise.all([one.settled(), two.settled()])
  }
  const context = {
    storage,
    state: { entries: signal(new Map()) },
    visitor: signal({ traits: {} }),
    clock: { now: () => 1 },
  }
  expect(await createReport(context as never, [])).toMatchObject({ span: 'kept', counts: { e: 20 } })
})

it('is forgotten, leaving what else is stored', async () => {
  const storage = memoryStorage([['draft', 'kept']])
  const { record, settled } = recorder(storage, fakeEngine())
  record(event('e'))
  await settled()
  await forgetEvents(storage)
  expect(await storage.read(everything)).toEqual([['draft', 'kept']])
})

it('reports time to value, and this page alone where nothing may be kept', async () => {
  const day = 86_400_000
  const entries = new Map([['stage/activated', { key: 'stage/activated', value: 3 * day, merge: 'max', changedAt: 0 }]])
  const context = {
    storage: memoryStorage(),
    state: { entries: signal(entries) },
    visitor: signal({ traits: { signedUpAt: new Date(day).toISOString() } }),
    clock: { now: () => 9 * day },
  }
  expect(await createReport(context as never, [event('tour_started', { tour: 'a' })])).toEqual({
    help: helpReport(undefined, [], 0),
    span: 'page',
    since: 1,
    counts: { tour_started: 1 },
    tours: [{ id: 'a', started: 1, completed: 0, dismissed: 0, steps: [] }],
    checklists: [],
    timeToValueMs: 2 * day,
  })
})
