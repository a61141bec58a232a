import { Window } from 'happy-dom'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { http } from './http.ts'
import { type SupportDesk, startSupportDesk } from './testing/start-support-desk.ts'

let desk: SupportDesk
beforeAll(async () => {
  desk = await startSupportDesk()
})
afterAll(() => desk.close())
afterEach(() => {
  vi.unstubAllGlobals()
  desk.proxy.heal()
})

const signal = new AbortController().signal
const sink = { events() {}, lost() {} }

/** A visitor with a conversation. */
async function enter() {
  const transport = http({ url: desk.url })
  await transport.connect({ app: 'default' }, sink, signal)
  const start = { id: crypto.randomUUID(), name: 'conversation-start', input: {}, createdAt: 0 } as const
  const { result } = await transport.perform(start, signal)
  const send = (file: Blob, onProgress?: (sent: number, total: number) => void, ending = signal) => {
    if (!transport.upload) throw new Error('no upload')
    const upload = {
      commandId: crypto.randomUUID(),
      index: 0,
      file,
      name: 'plan.png',
      ...(onProgress && { onProgress }),
    }
    return transport.upload(upload, ending)
  }
  return { transport, send, conversationId: (result as { conversationId: string }).conversationId }
}

describe.each(['fetch', 'XMLHttpRequest'])('a file, sent by %s', (way) => {
  const choose = () => {
    if (way === 'XMLHttpRequest')
      for (const name of ['XMLHttpRequest', 'Blob'] as const) vi.stubGlobal(name, new Window({ url: desk.url })[name])
  }

  test('goes into a message and comes back', async () => {
    choose()
    const { transport, send, conversationId } = await enter()
    const file = await send(new Blob(['the picture'], { type: 'image/png' }))
    const part = { type: 'file', file, name: 'plan.png', mime: 'image/png', bytes: 11 } as const
    const input = { to: { id: conversationId }, parts: [part] }
    await transport.perform({ id: crypto.randomUUID(), name: 'message-send', input, createdAt: 0 }, signal)
    const { items } = await transport.query('messages', { conversationId, limit: 1 }, signal)
    const [told] = items[0]?.parts ?? []
    if (told?.type !== 'file') throw new Error('no file')
    expect(told).toMatchObject({ name: 'plan.png', mime: 'image/png', bytes: 11 })
    expect(await (await fetch(told.file.url)).text()).toBe('the picture')
  })

  test('that is too large is refused by the server, for good', async () => {
    choose()
    const { send } = await enter()
    await send(new Blob([new Uint8Array(20 * 1024 * 1024)]))
    const failure = send(new Blob([new Uint8Array(6 * 1024 * 1024)]))
    await expect(failure).rejects.toMatchObject({ code: 'too-large', retry: 'never' })
  })

  test('is not sent when its sender has ended it', async () => {
    choose()
    const { send } = await enter()
    const ended = AbortSignal.abort()
    await expect(send(new Blob(['x']), undefined, ended)).rejects.toMatchObject({
      name: 'TransportError',
      code: 'timeout',
    })
  })

  test('breaks off with the connection, and may be sent again', async () => {
    choose()
    const { send } = await enter()
    desk.proxy.refuse()
    desk.proxy.resetAll()
    await expect(send(new Blob(['x']))).rejects.toMatchObject({ code: 'unavailable', retry: 'backoff' })
  })
})

test('progress is told, up to the whole', async () => {
  const { send } = await enter()
  const told: number[][] = []
  await send(new Blob(['x'.repeat(50)]), (sent, total) => told.push([sent, total]))
  expect(told.at(-1)).toEqual([50, 50])
})
