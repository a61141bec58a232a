import type { Transport, VisitorEvent } from '@docent/protocol'
import { createMemoryBackend } from '@docent/transports/memory'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { memoryStorage } from '../storage/memory.ts'
import type { Storage } from '../storage/storage.ts'
import { openLink, recordingTransport, soon, text } from './testing/open-link.ts'
import { createWebLocks } from './testing/web-locks.ts'

const until = <T>(look: () => T | Promise<T>): Promise<T> => vi.waitFor(look, soon)

const scopes: { dispose(): void }[] = []
let backend = createMemoryBackend()
let store = memoryStorage()
/** Tabs of one test do not hear those of another. */
let name = ''
beforeEach((context) => {
  backend = createMemoryBackend()
  store = memoryStorage()
  name = `docent/${context.task.id}`
})
afterEach(() => {
  for (const scope of scopes.splice(0)) scope.dispose()
  vi.unstubAllGlobals()
})

/** A tab with its link open, and what it is told. */
function openTab(wrap: (inner: Transport) => Transport = (inner) => inner) {
  const { transport, performed } = recordingTransport(wrap(backend.transport()))
  const connect = vi.fn(transport.connect)
  const storage: Storage = { ...store, durability: 'device' }
  const bench = openLink({ transport: { ...transport, connect }, storage, tabs: name })
  scopes.push(bench.scope)
  const heard: string[] = []
  const settled = vi.fn()
  bench.link.addReceiver({
    settled,
    connected: () => undefined,
    receive: (events: readonly VisitorEvent[]) => {
      for (const event of events) if (event.type === 'message-added') heard.push(event.message.id)
      return []
    },
  })
  bench.link.open()
  return { ...bench, heard, settled, connect, performed }
}
const textsOf = () =>
  backend
    .conversations()
    .flatMap(({ id }) => backend.messages(id).map(({ parts: [part] }) => part?.type === 'text' && part.text))

async function openOne(...wrap: Parameters<typeof openTab>) {
  const tab = openTab(...wrap)
  await until(async () => {
    // Where there are no locks, time decides.
    await tab.clock.advance(100)
    expect(tab.link.status.value).toBe('online')
  })
  return tab
}
const openTwo = async () => [await openOne(), await openOne()] as const

describe.each([
  ['with locks', () => vi.stubGlobal('navigator', { locks: createWebLocks() })],
  ['without locks', () => vi.stubGlobal('navigator', {})],
])('two tabs of one identity, %s', (_, prepare) => {
  beforeEach(prepare)

  it('have one connection; each hears what the backend says and can ask it', async () => {
    const [first, second] = await openTwo()
    expect([first.connect.mock.calls.length, second.connect.mock.calls.length]).toEqual([1, 0])
    expect(second.link.capabilities.value).toEqual(first.link.capabilities.value)
    const startedBy = await first.link.send('conversation-start', {})
    await first.link.send('message-send', { to: { startedBy }, parts: text('hello') })
    await until(() => expect(second.heard).toHaveLength(1))
    expect(second.heard).toEqual(first.heard)
    expect(await second.link.query('conversations', { limit: 10 })).toMatchObject({ items: [{}] })
    const refused = second.link.query('messages', { conversationId: 'nobody’s', limit: 10 })
    await expect(refused).rejects.toMatchObject({ name: 'TransportError', code: 'not-found', retry: 'never' })
  })

  it('send what the second writes once, by the first, and tell the second of it', async () => {
    const [first, second] = await openTwo()
    const startedBy = await second.link.send('conversation-start', {})
    await second.link.send('message-send', { to: { startedBy }, parts: text('from the second') })
    await second.clock.advance(20_000)
    await until(() => expect(textsOf()).toEqual(['from the second']))
    await until(() => expect(second.settled).toHaveBeenCalledTimes(2))
    expect([first.performed.length, second.performed.length]).toEqual([2, 0])
    expect(first.link.kept()).toBe(true)
  })

  it('go on in the second when the first is closed in the middle of sending', async () => {
    const first = await openOne((inner) => ({
      ...inner,
      async perform(command, signal) {
        await inner.perform(command, signal)
        return new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)))
      },
    }))
    const second = await openOne()
    const startedBy = await first.link.send('conversation-start', {})
    await first.link.send('message-send', { to: { startedBy }, parts: text('in flight') })
    await until(() => expect(first.performed).toHaveLength(1))
    first.scope.dispose()
    await until(async () => {
      await second.clock.advance(100)
      expect(textsOf()).toEqual(['in flight'])
    })
    await until(async () => expect(await store.read({ from: 'outbox/', to: 'outbox0' })).toEqual([]))
    expect(backend.conversations()).toHaveLength(1)
  })

  it('take the connection from a tab that does not answer, which follows when it is told', async () => {
    const [first, second] = await openTwo()
    const original = BroadcastChannel.prototype.postMessage
    const hung = vi.spyOn(BroadcastChannel.prototype, 'postMessage').mockImplementation(function (
      this: BroadcastChannel,
      message: { kind: string },
    ) {
      // The first tab answers nobody.
      if (!['heard', 'answer', 'events'].includes(message.kind)) original.call(this, message)
    })
    await second.clock.advance(20_000)
    await until(async () => {
      await second.clock.advance(1000)
      expect(second.connect).toHaveBeenCalledTimes(1)
    })
    hung.mockRestore()
    await until(async () => {
      await first.clock.advance(100)
      expect(first.link.status.value).toBe('online')
    })
    await second.reach('online')
    expect(first.connect).toHaveBeenCalledTimes(1)
  })
})
