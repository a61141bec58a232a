import {
  type Hello,
  type Json,
  type Session,
  type Sink,
  TransportError,
  type VisitorVocabulary,
} from '@docent/protocol'
import { signal } from '@preact/signals-core'
import { afterEach, expect, it, vi } from 'vitest'
import { createScope } from '../scope.ts'
import { memoryStorage } from '../storage/memory.ts'
import { keysWith, type Storage, type Stored } from '../storage/storage.ts'
import { createLink } from './link.ts'

const scopes: { dispose(): void }[] = []
afterEach(() => {
  for (const scope of scopes.splice(0)) scope.dispose()
})

/** A backend that knows visitors by the state it gave them, until it loses its data. @param meanwhile Happens before a refusal. */
function createBackend(meanwhile: () => Promise<Json | undefined> = async () => undefined) {
  const sessions: Session[] = []
  const performed: string[] = []
  let known: Json[] = []
  let sink: Sink<VisitorVocabulary> | undefined
  let refusesAll = false
  return {
    sessions,
    performed,
    loseData: () => void (known = []),
    refuseAll: () => void (refusesAll = true),
    loseLink: () => sink?.lost(new TransportError('auth-rejected')),
    transport: {
      name: 'fake',
      async connect(session: Session, into: Sink<VisitorVocabulary>): Promise<Hello> {
        sessions.push(session)
        const { state = `visitor-${sessions.length}` } = session
        if (refusesAll || (session.state !== undefined && !known.includes(state))) {
          const begun = await meanwhile()
          if (begun !== undefined) known.push(begun)
          throw new TransportError('auth-rejected')
        }
        known.push(state)
        sink = into
        return { capabilities: {} as Hello['capabilities'], resumed: false, state, cursor: `${state}:0` }
      },
      async perform({ id }: { id: string }) {
        performed.push(id)
        return { settled: 'stored' } as const
      },
      query: () => Promise.reject(new TransportError('unsupported')),
    },
  }
}

function open(backend: ReturnType<typeof createBackend>, storage: Storage, getToken?: Session['getToken']) {
  const scope = createScope()
  scopes.push(scope)
  const link = createLink<VisitorVocabulary>({
    ...{ app: 'acme', storage, scope, transport: backend.transport, ...(getToken && { getToken }) },
    clock: { now: () => 1, wait: () => Promise.resolve() },
    page: { online: signal(true), visible: signal(true), frozen: signal(false) },
    newId: () => crypto.randomUUID(),
  })
  const reset = vi.fn()
  link.addReceiver({ receive: () => [], reset })
  link.open()
  const reach = (status: string) => vi.waitFor(() => expect(link.status.value).toBe(status))
  return { link, reset, reach }
}

const stored: readonly (readonly [string, Stored])[] = [
  ['cache/chat/conversation/c1', { id: 'c1' }],
  ['chat/draft/c1', 'typed'],
  ['link/cursor', 'old:7'],
  ['link/state', 'old'],
]
const waiting = { command: { id: 'm1', name: 'events-record', input: {}, createdAt: 1 }, state: 'queued', attempts: 0 }
const contentOf = async (storage: Storage) => Object.fromEntries(await storage.read(keysWith('')))
const statesOf = ({ sessions }: ReturnType<typeof createBackend>) => sessions.map(({ state }) => state)

it('an anonymous visitor whom the backend has lost begins anew; what was cached goes, outbox and drafts stay', async () => {
  const backend = createBackend()
  const storage = memoryStorage([...stored, ['outbox/000000000000001/m1', waiting]])
  const { reset, reach } = open(backend, storage)
  await reach('online')
  expect(backend.sessions).toEqual([{ app: 'acme', state: 'old', cursor: 'old:7' }, { app: 'acme' }])
  expect(reset).toHaveBeenCalledTimes(1)
  await vi.waitFor(() => expect(backend.performed).toEqual(['m1']))
  await vi.waitFor(async () =>
    expect(await contentOf(storage)).toEqual({
      'chat/draft/c1': 'typed',
      'link/cursor': 'visitor-2:0',
      'link/state': 'visitor-2',
    }),
  )
})

it('begins anew while the page is open, too, and stores nothing before the visitor acts', async () => {
  const backend = createBackend()
  const storage = memoryStorage()
  const { reset, reach } = open(backend, storage)
  await reach('online')
  backend.loseData()
  backend.loseLink()
  await vi.waitFor(() => expect(backend.sessions).toHaveLength(2))
  await reach('online')
  expect(statesOf(backend)).toEqual([undefined, undefined])
  expect(reset).toHaveBeenCalledTimes(1)
  expect(await contentOf(storage)).toEqual({})
})

it('goes on with the session that another tab has begun since', async () => {
  const storage = memoryStorage(stored)
  const backend = createBackend(async () => {
    await storage.write([
      { key: 'link/state', value: 'other' },
      { key: 'link/cursor', value: 'other:3' },
      { key: 'cache/chat/conversation/c2', value: { id: 'c2' } },
    ])
    return 'other'
  })
  const { reset, reach } = open(backend, storage)
  await reach('online')
  // Without the cursor: what this tab has forgotten must be fetched again.
  expect(backend.sessions.at(-1)).toEqual({ app: 'acme', state: 'other' })
  expect(reset).toHaveBeenCalledTimes(1)
  // What that one cached and this one does not know would have holes from now on.
  await vi.waitFor(async () => {
    const content = await contentOf(storage)
    expect(content).toMatchObject({ 'link/state': 'other' })
    expect(content).not.toHaveProperty(['cache/chat/conversation/c2'])
  })
})

it('stops when the backend refuses the new session as well', async () => {
  const backend = createBackend()
  backend.refuseAll()
  const { reach } = open(backend, memoryStorage(stored))
  await reach('stopped')
  expect(statesOf(backend)).toEqual(['old', undefined])
})

it('begins anew once in a page view: a backend that forgets again and again is left alone', async () => {
  const backend = createBackend()
  const { reach } = open(backend, memoryStorage(stored))
  await reach('online')
  backend.loseLink()
  await reach('stopped')
  expect(backend.sessions).toHaveLength(2)
})

it('does not give up a visitor who is signed in', async () => {
  const backend = createBackend()
  const storage = memoryStorage(stored)
  const { reset, reach } = open(backend, storage, async () => 'token')
  await reach('stopped')
  expect(backend.sessions).toHaveLength(1)
  expect(reset).not.toHaveBeenCalled()
  expect(await contentOf(storage)).toEqual(Object.fromEntries(stored))
})
