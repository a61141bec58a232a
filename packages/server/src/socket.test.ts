import type { EventsFrame, SessionAnswer } from '@docent/protocol'
import { afterAll, describe, expect, onTestFinished, test } from 'vitest'
import { createGuest, textOf, textPart } from './testing/guest.ts'
import { openSocket, type SocketReader } from './testing/socket-reader.ts'
import { startTestServer } from './testing/test-server.ts'

const ends: (() => Promise<void>)[] = []
afterAll(async () => {
  for (const end of ends.reverse()) await end()
})
const { url } = await startTestServer((work) => void ends.push(work), {
  // Longer than this process, which is both ends, is ever held up: whoever answers no ping in this time is cut.
  keepAliveMs: 500,
  apps: [{ id: 'default' }, { id: 'fenced', origins: ['https://app.example'] }],
})

const open = async (options?: Parameters<typeof openSocket>[1]): Promise<SocketReader> => {
  const reader = await openSocket(url, options)
  onTestFinished(() => reader.socket.terminate())
  return reader
}
const enter = async (reader: SocketReader, request: object = {}): Promise<SessionAnswer> => {
  const { status, body } = await reader.call('session', { app: 'default', ...request })
  expect(status).toBe(200)
  return body as SessionAnswer
}
const command = (name: string, input: unknown) => ({ id: crypto.randomUUID(), name, input, createdAt: Date.now() })
const textsTold = ({ frames }: SocketReader) =>
  frames.flatMap((frame) =>
    ((frame as unknown as EventsFrame).events ?? []).flatMap((event) =>
      'message' in event ? [textOf(event.message as Parameters<typeof textOf>[0])] : [],
    ),
  )

describe('the socket', () => {
  test('answers what the routes answer, and tells events from a cursor on', async () => {
    const reader = await open()
    const { cursor } = await enter(reader)
    const start = command('conversation-start', {})
    const send = command('message-send', { to: { startedBy: start.id }, parts: [textPart('hello')] })
    const { body } = await reader.call('commands', { commands: [start, send] })
    expect(body).toMatchObject({
      results: [
        { id: start.id, ok: true },
        { id: send.id, ok: true },
      ],
    })
    expect(textsTold(reader)).toEqual([])
    expect(await reader.call('events', { after: cursor })).toMatchObject({ status: 200 })
    await reader.until(() => textsTold(reader).includes('hello'))
    const { body: answer } = await reader.call('queries/conversations', { limit: 5 })
    expect(answer).toMatchObject({ output: { items: [{ commandId: start.id }] } })
    expect((await reader.call('hints', { type: 'page', url: 'https://app.example/', title: 'App' })).status).toBe(204)
  })

  test('says that it lives while nothing happens', async () => {
    const reader = await open()
    const { cursor } = await enter(reader)
    await reader.call('events', { after: cursor })
    await reader.until(() => reader.frames.filter(({ events }) => Array.isArray(events) && !events[0]).length > 2)
  })

  test('knows nobody before a session, and refuses what is wrong as the routes do', async () => {
    const reader = await open()
    for (const path of ['commands', 'queries/conversations', 'events'])
      expect(await reader.call(path, { commands: [] })).toMatchObject({ status: 401 })
    const forged = { app: 'default', visitor: { id: 'nobody', secret: 'guessed' } }
    expect(await reader.call('session', forged)).toMatchObject({ body: { error: { code: 'auth-rejected' } } })
    expect(await reader.call('session', { app: 'none' })).toMatchObject({ status: 404 })
    for (const path of ['agent/session', '../healthz', 'content/config', 'queries/../session', ''])
      expect(await reader.call(path), path).toMatchObject({ status: 404 })
  })

  test('refuses foreign origins', async () => {
    const foreign = await open({ origin: 'https://evil.example' })
    expect(await foreign.call('session', { app: 'fenced' })).toMatchObject({ status: 403 })
    const own = await open({ origin: 'https://app.example' })
    expect(await own.call('session', { app: 'fenced' })).toMatchObject({ status: 200 })
  })

  test('does not go on listening as another visitor', async () => {
    const reader = await open()
    const { cursor } = await enter(reader)
    await reader.call('events', { after: cursor })
    reader.send(JSON.stringify({ id: 99, path: 'session', body: { app: 'default' } }))
    expect(await reader.closed).toBe(1008)
  })

  test.each(['not json', '[]', '{"id":"1","path":"session"}', Buffer.from('{"id":1,"path":"session"}')])(
    'closes on what is no call: %s',
    async (data) => {
      const reader = await open()
      reader.send(data)
      expect(await reader.closed).toBe(1008)
    },
  )

  test('takes no frame larger than a batch of commands', async () => {
    const reader = await open()
    reader.socket.on('error', () => {})
    reader.send('x'.repeat(3 * 1024 * 1024))
    expect(await reader.closed).toBe(1009)
  })

  test('answers at most 64 calls at once', async () => {
    const reader = await open()
    await enter(reader)
    const answers = await Promise.all(
      Array.from({ length: 80 }, () => reader.call('queries/conversations', { limit: 1 })),
    )
    const statuses = answers.map(({ status }) => status)
    expect(statuses.filter((status) => status === 200)).toHaveLength(64)
    expect(statuses.filter((status) => status === 429)).toHaveLength(16)
  })

  test('is cut when it answers no ping', async () => {
    const reader = await open({ autoPong: false })
    await enter(reader)
    expect(await reader.closed).toBe(1006)
  })

  test('is at one path only', async () => {
    await expect(openSocket(url, { path: '/v1/other' })).rejects.toThrow('404')
    expect((await fetch(`${url}/v1/socket`)).status).toBe(404)
  })

  test('ends when the server closes', async () => {
    const other = await startTestServer(onTestFinished)
    const reader = await openSocket(other.url)
    const idle = await openSocket(other.url)
    const { cursor } = await enter(reader)
    await reader.call('events', { after: cursor })
    await other.close()
    expect(await reader.closed).toBe(1001)
    expect(await idle.closed).toBe(1001)
  })

  test('ends with an erased visitor', async () => {
    const guest = await createGuest(url)
    const reader = await open()
    await enter(reader, { visitor: guest.session.visitor })
    await reader.call('events', { after: guest.session.cursor })
    await guest.command('visitor-erase', {})
    expect(await reader.closed).toBe(1013)
  })
})
