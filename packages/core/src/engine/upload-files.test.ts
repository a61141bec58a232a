// @vitest-environment node
import { type FilePart, type Transport, TransportError, type Upload } from '@docent/protocol'
import { createMemoryBackend } from '@docent/transports/memory'
import { afterEach, expect, it, vi } from 'vitest'
import { memoryStorage } from '../storage/memory.ts'
import { everything, type Storage } from '../storage/storage.ts'
import { filePrefix } from './engine-types.ts'
import { openLink, recordingTransport, text } from './testing/open-link.ts'

const scopes: { dispose(): void }[] = []
afterEach(() => {
  for (const scope of scopes.splice(0)) scope.dispose()
})

const fileParts = (...names: string[]): FilePart[] =>
  names.map((name) => ({ type: 'file', file: { id: '', url: '' }, name, mime: 'text/plain', bytes: 4 }))
const blobs = (...texts: string[]) =>
  texts.map((words) => ({ key: filePrefix + words, value: new Blob([words], { type: 'text/plain' }) }))
const keysOf = async (storage: Storage) => (await storage.read(everything)).map(([key]) => key)

/** A backend that takes files as the test says. */
function createBench(upload: Transport['upload'], storage = memoryStorage()) {
  const inner = createMemoryBackend().transport()
  const { transport, performed } = recordingTransport({
    ...inner,
    // The memory backend takes no files itself.
    perform: async (command, signal) =>
      command.name === 'message-send' ? { settled: 'stored' } : inner.perform(command, signal),
  })
  const given = upload && { upload: vi.fn(upload) }
  const bench = openLink({ transport: { ...transport, ...given }, storage })
  scopes.push(bench.scope)
  const write = async () => {
    const startedBy = await bench.link.send('conversation-start', {})
    const parts = [...fileParts('a.txt', 'b.txt'), ...text('Both')]
    return bench.link.send('message-send', { to: { startedBy }, parts }, 'm', undefined, blobs('aaaa', 'bbbb'))
  }
  const sentParts = () => performed.flatMap((command) => (command.name === 'message-send' ? command.input.parts : []))
  return { ...bench, write, sentParts, upload: given?.upload }
}
const refOf = ({ commandId, index }: Upload) => ({ id: `${commandId}/${index}`, url: `https://files.example/${index}` })

it('files go before the message, which then knows where they are; nothing of them stays', async () => {
  const read: string[] = []
  const { write, sentParts, until, storage } = createBench(async (file) => {
    read.push(`${file.name}: ${await file.file.text()}`)
    return refOf(file)
  })
  await write()
  await until([])
  expect(read).toEqual(['a.txt: aaaa', 'b.txt: bbbb'])
  expect(sentParts()).toMatchObject([
    { name: 'a.txt', file: { id: 'm/0' } },
    { name: 'b.txt', file: { id: 'm/1' } },
    { text: 'Both' },
  ])
  await vi.waitFor(async () => expect((await keysOf(storage)).filter((key) => /^(file|outbox)/.test(key))).toEqual([]))
})

it('how much is there is told over all files', async () => {
  const told: (number | undefined)[] = []
  const { link, write, until } = createBench(async (file) => {
    file.onProgress?.(2, 4)
    told.push(link.outbox.peek().find(({ command }) => command.id === 'm')?.share)
    return refOf(file)
  })
  await write()
  await until([])
  expect(told).toEqual([0.25, 0.75])
})

it('a file that is there is not sent again after a reload; the others are', async () => {
  const storage = memoryStorage()
  const before = createBench(async (file) => {
    if (file.index === 1) return new Promise<never>(() => {})
    return refOf(file)
  }, storage)
  await before.write()
  await vi.waitFor(() => expect(before.upload).toHaveBeenCalledTimes(2))
  before.scope.dispose()
  const after = createBench(async (file) => refOf(file), storage)
  after.link.open()
  await vi.waitFor(() => expect(after.sentParts()).toHaveLength(3))
  expect(after.upload?.mock.calls.map(([{ index }]) => index)).toEqual([1])
  expect(after.sentParts()).toMatchObject([{ file: { id: 'm/0' } }, { file: { id: 'm/1' } }, { text: 'Both' }])
})

it('what broke off is tried again, and says nothing about whether the message arrived', async () => {
  let tries = 0
  const { write, until, clock, sentParts, link } = createBench(async (file) => {
    if (tries++ === 0) throw new TransportError('unavailable', 'It broke', { outcome: 'unknown' })
    return refOf(file)
  })
  await write()
  await until([{ attempts: 1, state: 'queued', unsure: false, error: { code: 'unavailable' } }])
  await clock.advance(60_000)
  await vi.waitFor(() => expect(link.outbox.value).toEqual([]))
  expect(sentParts()).toHaveLength(3)
})

it('what is refused says why, stays, and goes when it is sent again', async () => {
  let refused = true
  const { link, write, until, sentParts } = createBench(async (file) => {
    if (refused) throw new TransportError('too-large', 'At most 25 MB')
    return refOf(file)
  })
  await write()
  await until([{ state: 'failed', error: { code: 'too-large', message: 'At most 25 MB' } }])
  refused = false
  link.retry('m')
  await until([])
  expect(sentParts()).toHaveLength(3)
})

it('ends when the message is dropped: nothing is sent, nothing stays, what comes after it goes on', async () => {
  const ended = vi.fn()
  const { link, write, until, sentParts, storage, upload } = createBench(
    (_, signal) =>
      new Promise((_resolve, reject) =>
        signal.addEventListener('abort', () => {
          ended()
          reject(new TransportError('timeout'))
        }),
      ),
  )
  await write()
  await vi.waitFor(() => expect(upload).toHaveBeenCalledOnce())
  link.discard('m')
  await vi.waitFor(() => expect(ended).toHaveBeenCalledOnce())
  await until([])
  expect(sentParts()).toEqual([])
  await vi.waitFor(async () => expect((await keysOf(storage)).filter((key) => key.startsWith('file/'))).toEqual([]))
  await link.send('visitor-update', { name: 'Ada' })
  await until([])
})

it('a backend that takes no files says so at the message', async () => {
  const { write, until } = createBench(undefined)
  await write()
  await until([{ state: 'failed', error: { code: 'unsupported' } }])
})
