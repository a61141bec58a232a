import type { Session, VisitorEvent, VisitorVocabulary } from '@docent/protocol'
import { TransportError } from '@docent/protocol'
import { createMemoryBackend } from '@docent/transports/memory'
import { afterEach, expect, it, vi } from 'vitest'
import { readOne } from '../storage/storage.ts'
import type { Receiver } from './engine-types.ts'
import { openLink, recordingStorage, text } from './testing/open-link.ts'

const scopes: { dispose(): void }[] = []
afterEach(() => {
  for (const scope of scopes.splice(0)) scope.dispose()
})
const open: typeof openLink = (options) => {
  const bench = openLink(options)
  scopes.push(bench.scope)
  return bench
}

/** Keeps the id of every message it is told of. */
function createMessageReceiver() {
  const heard: string[] = []
  const connected = vi.fn()
  const receive = (events: readonly VisitorEvent[]) =>
    events.flatMap((event) => {
      if (event.type !== 'message-added') return []
      heard.push(event.message.id)
      return [{ key: `cache/message/${event.message.id}`, value: event.message }]
    })
  const receiver: Receiver<VisitorVocabulary> = {
    receive,
    connected,
    snapshot: () => [{ key: 'cache/snapshot', value: true }],
  }
  return { receiver, heard, connected }
}

it('stores nothing while it only listens; the first act stores session, cursor, snapshot and command at once', async () => {
  const backend = createMemoryBackend()
  const { storage, batches, keys } = recordingStorage()
  const { link, reach } = open({ transport: backend.transport(), storage })
  link.addReceiver(createMessageReceiver().receiver)
  link.open()
  await reach('online')
  expect(link.kept()).toBe(false)
  expect(await keys()).toEqual([])
  await link.send('conversation-start', {}, 'start')
  expect(link.kept()).toBe(true)
  const [first] = batches.filter((batch) => batch.length > 0)
  expect(first?.map(({ key }) => key.replace(/\d{15}/, 'time'))).toEqual([
    'outbox/time/start',
    'link/state',
    'link/cursor',
    'cache/snapshot',
  ])
})

it('writes what receivers cache in the batch that moves the cursor', async () => {
  const backend = createMemoryBackend()
  const { storage, batches } = recordingStorage()
  const { link } = open({ transport: backend.transport(), storage })
  const { receiver, heard } = createMessageReceiver()
  link.addReceiver(receiver)
  const startedBy = await link.send('conversation-start', {})
  await link.send('message-send', { to: { startedBy }, parts: text('hello') })
  await vi.waitFor(() => expect(heard).toHaveLength(1))
  const written = await vi.waitFor(() => {
    const batch = batches.find((candidate) => candidate.some(({ key }) => key === `cache/message/${heard[0]}`))
    expect(batch).toBeDefined()
    return batch ?? []
  })
  expect(written.map(({ key }) => key)).toContain('link/cursor')
})

it('a later page view goes on where the cursor was, and tells receivers that it was resumed', async () => {
  const backend = createMemoryBackend()
  const { storage } = recordingStorage()
  const before = open({ transport: backend.transport(), storage })
  await before.link.send('conversation-start', {})
  await vi.waitFor(() => expect(before.link.outbox.value).toEqual([]))
  const told = await vi.waitFor(async () => {
    const cursor = await readOne(storage, 'link/cursor')
    expect(cursor).not.toBe('memory.0')
    return cursor
  })
  before.scope.dispose()
  const [conversation] = backend.conversations()
  backend.agentSays(conversation?.id ?? '', 'while you were away')

  const sessions: Session[] = []
  const inner = backend.transport()
  const after = open({
    storage,
    transport: {
      ...inner,
      connect: (session, sink, signal) => {
        sessions.push(session)
        return inner.connect(session, sink, signal)
      },
    },
  })
  const { receiver, heard, connected } = createMessageReceiver()
  after.link.addReceiver(receiver)
  after.link.open()
  await vi.waitFor(() => expect(heard).toHaveLength(1))
  expect(sessions).toMatchObject([{ app: 'acme', cursor: told }])
  expect(connected).toHaveBeenCalledExactlyOnceWith(true)
})

it('tells receivers when it could not be resumed', async () => {
  const backend = createMemoryBackend()
  const { storage } = recordingStorage()
  const { link, clock } = open({ transport: backend.transport(), storage })
  const { receiver, connected } = createMessageReceiver()
  link.addReceiver(receiver)
  await link.send('conversation-start', {})
  await vi.waitFor(() => expect(connected.mock.calls).toEqual([[false]]))
  await vi.waitFor(() => expect(link.outbox.value).toEqual([]))
  backend.forgetEvents()
  backend.dropLinks()
  await vi.waitFor(() => expect(clock.waiting()).toBe(1))
  await clock.advance(1000)
  await vi.waitFor(() => expect(connected.mock.calls).toEqual([[false], [false]]))
  backend.dropLinks()
  await vi.waitFor(() => expect(clock.waiting()).toBe(1))
  await clock.advance(1000)
  await vi.waitFor(() => expect(connected.mock.calls).toEqual([[false], [false], [true]]))
})

it('comes back not before the backend asked, and says when', async () => {
  const inner = createMemoryBackend().transport()
  const connect = vi
    .fn(inner.connect)
    .mockRejectedValueOnce(new TransportError('unavailable', 'Busy', { retryAfterMs: 90_000 }))
  const { link, reach, clock } = open({ transport: { ...inner, connect } })
  link.open()
  await reach('offline')
  expect(link.retryAt.value).toBe(clock.now() + 90_000)
  await clock.advance(89_999)
  expect(connect).toHaveBeenCalledTimes(1)
  await clock.advance(1)
  await reach('online')
  expect(link.retryAt.value).toBeUndefined()
})

it.each(['online', 'visible'] as const)('comes back at once when the page becomes %s again', async (fact) => {
  const inner = createMemoryBackend().transport()
  const connect = vi
    .fn(inner.connect)
    .mockRejectedValueOnce(new TransportError('unavailable', 'Busy', { retryAfterMs: 90_000 }))
  const { link, reach, page } = open({ transport: { ...inner, connect } })
  page[fact].value = false
  link.open()
  await reach('offline')
  page[fact].value = true
  await reach('online')
})

it('lets go while the page is frozen and comes back with it', async () => {
  const { link, reach, page } = open({ transport: createMemoryBackend().transport() })
  link.open()
  await reach('online')
  page.frozen.value = true
  await reach('idle')
  page.frozen.value = false
  await reach('online')
  link.close()
  await reach('idle')
})

it('stops where another attempt makes no sense, and tries once more when it is opened again', async () => {
  const backend = createMemoryBackend()
  backend.refuse('forbidden')
  const { link, reach } = open({ transport: backend.transport() })
  link.open()
  await reach('stopped')
  backend.refuse(undefined)
  link.open()
  await reach('online')
})

it('rejects a query as offline when the attempt to connect fails, and answers it otherwise', async () => {
  const backend = createMemoryBackend()
  const { link } = open({ transport: backend.transport() })
  expect(await link.query('conversations', { limit: 10 })).toEqual({ items: [] })
  backend.refuse('unavailable')
  const other = open({ transport: backend.transport() })
  await expect(other.link.query('conversations', { limit: 10 })).rejects.toMatchObject({ code: 'offline' })
})

it('connects when whoever hears is there, and not at all for a page that has gone meanwhile', async () => {
  const inner = createMemoryBackend().transport()
  const connect = vi.fn(inner.connect)
  const ready: (() => void)[] = []
  const listening = vi.fn(() => new Promise<void>((resolve) => void ready.push(resolve)))
  const { link, reach } = open({ transport: { ...inner, connect }, listening })
  link.open()
  await vi.waitFor(() => expect(listening).toHaveBeenCalled())
  expect(connect).not.toHaveBeenCalled()
  ready[0]?.()
  await reach('online')

  const gone = open({ transport: { ...inner, connect }, listening })
  gone.link.open()
  await vi.waitFor(() => expect(ready).toHaveLength(2))
  gone.scope.dispose()
  ready[1]?.()
  await Promise.resolve()
  expect(connect).toHaveBeenCalledTimes(1)
})

it('keeps what another tab wrote before what is written here, also when the clock was set back between', async () => {
  const { storage, keys } = recordingStorage()
  const backend = createMemoryBackend()
  backend.refuse('unavailable')
  const here = open({ transport: backend.transport(), storage })
  await here.clock.advance(3_600_000)
  const startedBy = await here.link.send('conversation-start', {})
  here.scope.dispose()
  const other = open({ transport: backend.transport(), storage })
  other.link.open()
  await other.until([{ command: { id: startedBy } }])
  const message = await other.link.send('message-send', { to: { startedBy }, parts: text('hello') })
  const outbox = (await keys()).filter((key) => key.startsWith('outbox/')).sort()
  expect(outbox.map((key) => key.split('/')[2])).toEqual([startedBy, message])
})

it('goes on when the storage refuses a write, and stores nothing after it: the cursor never covers what is not cached', async () => {
  const backend = createMemoryBackend()
  const { storage } = recordingStorage()
  let refuses = false
  const write = vi.fn((...call: Parameters<typeof storage.write>) =>
    refuses ? Promise.reject(new Error('refused')) : storage.write(...call),
  )
  const { link, clock, reach } = open({ transport: backend.transport(), storage: { ...storage, write } })
  const { receiver, heard } = createMessageReceiver()
  link.addReceiver(receiver)
  const startedBy = await link.send('conversation-start', {})
  await vi.waitFor(() => expect(link.outbox.value).toEqual([]))
  await vi.waitFor(async () => expect(await readOne(storage, 'link/cursor')).toBeDefined())
  const [conversation] = backend.conversations()
  const before = await readOne(storage, 'link/cursor')
  refuses = true
  backend.agentSays(conversation?.id ?? startedBy, 'not stored')
  await vi.waitFor(() => expect(heard).toHaveLength(1))
  await vi.waitFor(() => expect(write).toHaveBeenCalled())
  refuses = false
  backend.agentSays(conversation?.id ?? startedBy, 'nor this')
  await vi.waitFor(() => expect(heard).toHaveLength(2))
  backend.dropLinks()
  await vi.waitFor(() => expect(clock.waiting()).toBe(1))
  await clock.advance(1000)
  await reach('online')
  expect(await readOne(storage, 'link/cursor')).toEqual(before)
})

it('passes over an event that nobody can take in, tells of it, and goes on with what came with it', async () => {
  const backend = createMemoryBackend()
  const inner = backend.transport()
  let sink: Parameters<typeof inner.connect>[1] | undefined
  const report = vi.fn()
  const { storage } = recordingStorage()
  const { link } = open({
    ...{ storage, report },
    transport: {
      ...inner,
      connect: (session, given, signal) => {
        sink = given
        return inner.connect(session, given, signal)
      },
    },
  })
  const { receiver, heard } = createMessageReceiver()
  link.addReceiver(receiver)
  await link.send('conversation-start', {})
  await vi.waitFor(() => expect(link.outbox.value).toEqual([]))
  await vi.waitFor(() => expect(receiver.connected).toHaveBeenCalled())
  const message = (id: string) => ({ type: 'message-added', message: { id } }) as unknown as VisitorEvent
  const poisoned = { type: 'message-added', message: null } as unknown as VisitorEvent
  sink?.events([message('a'), poisoned, message('b')], 'memory.99' as never)
  expect(new Set(heard)).toEqual(new Set(['a', 'b']))
  expect(report).toHaveBeenCalledExactlyOnceWith(expect.any(TypeError))
  expect(link.status.value).toBe('online')
  await vi.waitFor(async () => expect(await readOne(storage, 'link/cursor')).toBe('memory.99'))
})
