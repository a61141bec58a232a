import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { type FileRef, type Message, maxUploadBytes, type Page } from '@docent/protocol'
import { SignJWT } from 'jose'
import { expect, onTestFinished, test, vi } from 'vitest'
import { createFileLinks } from './files/file-links.ts'
import { createFolderBlobs } from './files/folder-blobs.ts'
import { sweepFiles } from './housekeeping.ts'
import { openStore } from './store/open-store.ts'
import { answerOf, type Caller, createGuest, createTestAgent, textPart } from './testing/guest.ts'
import { describeOnBothDatabases } from './testing/on-both-databases.ts'
import { createTestFolder, startTestServer } from './testing/test-server.ts'

interface Sending {
  readonly command?: string
  readonly index?: number
  readonly name?: string
  readonly type?: string
  readonly body?: BodyInit
}

/** As the widget sends a file. */
const send = (url: string, caller: Caller, sending: Sending = {}, path = '/v1/uploads'): Promise<Response> => {
  const { command = crypto.randomUUID(), index = 0, name = 'plan.png', type = 'image/png', body = 'bytes' } = sending
  const query = new URLSearchParams({ command, index: String(index), name, type })
  return fetch(`${url}${path}?${query}`, {
    method: 'POST',
    headers: { ...caller.headers, 'content-type': 'application/octet-stream' },
    body,
    ...({ duplex: 'half' } as object),
  })
}
const upload = async (...call: Parameters<typeof send>): Promise<FileRef> => await answerOf(await send(...call))
const filePart = (file: FileRef) => ({ type: 'file', file, name: 'wrong', mime: 'text/html', bytes: 1 }) as const
const filesIn = async (folder: string) =>
  (await readdir(join(folder, 'files'), { recursive: true, withFileTypes: true }).catch(() => []))
    .filter((entry) => entry.isFile())
    .map(({ name }) => name)

describeOnBothDatabases('files', ({ start }) => {
  test('are sent, and read by the other side, as they were uploaded', async () => {
    const { url, createSignInLink } = await start(onTestFinished)
    const guest = await createGuest(url)
    const agent = await createTestAgent(url, await createSignInLink())
    const conversationId = await guest.converse('Look')
    const events = await agent.listen()
    onTestFinished(events.close)
    const file = await upload(url, guest, { name: '../a/Plän "1".png', body: 'the picture' })
    const parts = [textPart('this'), { ...filePart(file), widthPx: 40, heightPx: 30 }]
    await guest.command('message-send', { to: { id: conversationId }, parts })

    const { items } = await agent.query<Page<Message>>('messages', { conversationId, limit: 1 })
    const part = items[0]?.parts[1]
    if (part?.type !== 'file') throw new Error('no file')
    expect(part).toMatchObject({ name: 'Plän "1".png', mime: 'image/png', bytes: 11, widthPx: 40, heightPx: 30 })
    const heard = await events.until((event) => event.type === 'message-added' && event.message.parts.length === 2)
    expect(heard).toMatchObject({ message: { parts: [{}, part] } })
    const answer = await fetch(part.file.url)
    expect(await answer.text()).toBe('the picture')
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'image/png',
      'content-length': '11',
      'content-disposition': "inline; filename*=UTF-8''Pl%C3%A4n%20%221%22.png",
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'cross-origin',
    })
    const middle = await fetch(part.file.url, { headers: { range: 'bytes=4-6' } })
    expect([middle.status, middle.headers.get('content-range'), await middle.text()]).toEqual([
      206,
      'bytes 4-6/11',
      'pic',
    ])
    const reply = await upload(url, agent, { body: 'drawn' }, '/v1/agent/uploads')
    await agent.command('message-send', { conversationId, parts: [filePart(reply)] })
    const [newest] = await guest.history(conversationId)
    const [sent] = newest?.parts ?? []
    expect(sent?.type === 'file' && (await (await fetch(sent.file.url)).text())).toBe('drawn')
    expect(await guest.query<FileRef>('file', { id: reply.id })).toMatchObject({ id: reply.id })
  })

  test('are one per command and index, and each belongs to its owner', async () => {
    const { url, dataDir, createSignInLink } = await start(onTestFinished)
    const guest = await createGuest(url)
    const other = await createGuest(url)
    const agent = await createTestAgent(url, await createSignInLink())
    const command = crypto.randomUUID()
    const both = await Promise.all([upload(url, guest, { command }), upload(url, guest, { command })])
    const again = await upload(url, guest, { command })
    expect(new Set([...both, again].map(({ id }) => id)).size).toBe(1)
    const second = await upload(url, guest, { command, index: 1 })
    expect(second.id).not.toBe(again.id)
    await vi.waitFor(async () => expect(await filesIn(dataDir)).toHaveLength(2))

    const mine = await guest.converse('Hello')
    const theirs = await other.converse('Hello')
    const sendTo = (caller: Caller, id: string) =>
      caller.command('message-send', { to: { id }, parts: [filePart(again)] })
    await expect(sendTo(other, theirs)).rejects.toMatchObject({ code: 'not-found' })
    await expect(other.query('file', { id: again.id })).rejects.toMatchObject({ code: 'not-found' })
    await expect(
      agent.command('message-send', { conversationId: mine, parts: [filePart(again)] }),
    ).rejects.toMatchObject({ code: 'not-found' })
    await sendTo(guest, mine)
    await sendTo(guest, mine)
    await expect(sendTo(guest, await guest.converse('Another'))).rejects.toMatchObject({ code: 'not-found' })
  })

  test('have at most so many bytes of one visitor; what is too much, or breaks off, leaves nothing behind', async () => {
    const { url, dataDir } = await start(onTestFinished, { limits: { uploadBytesPerVisitor: 1000 } })
    const guest = await createGuest(url)
    await upload(url, guest, { body: 'x'.repeat(600) })
    const refused = await send(url, guest, { body: 'x'.repeat(401) })
    expect(refused.status).toBe(413)
    expect((await refused.json()).error).toMatchObject({ code: 'too-large' })
    await upload(url, guest, { body: 'x'.repeat(400) })
    await upload(url, await createGuest(url), { body: 'x'.repeat(1000) })
    const broken = new ReadableStream({
      start(controller) {
        controller.enqueue(new TextEncoder().encode('half'))
        setTimeout(() => controller.error(new Error('cut')))
      },
    })
    await expect(send(url, await createGuest(url), { body: broken })).rejects.toThrow()
    await vi.waitFor(async () => expect(await filesIn(dataDir)).toHaveLength(3))
  })

  test('of somebody who was erased are gone, for those too who have their address', async () => {
    const { url, dataDir, createSignInLink, ...server } = await start(onTestFinished)
    const guest = await createGuest(url)
    const agent = await createTestAgent(url, await createSignInLink())
    const conversationId = await guest.converse('Hello')
    const sent = await upload(url, guest)
    await guest.command('message-send', { to: { id: conversationId }, parts: [filePart(sent)] })
    const reply = await upload(url, agent, {}, '/v1/agent/uploads')
    await agent.command('message-send', { conversationId, parts: [filePart(reply)] })
    expect((await fetch(reply.url)).status).toBe(200)
    await guest.command('visitor-erase', {})
    expect([(await fetch(sent.url)).status, (await fetch(reply.url)).status]).toEqual([404, 404])
    const { databaseUrl } = server
    const store = await openStore({ url: databaseUrl, log: () => {} })
    onTestFinished(store.close)
    await sweepFiles({ store, blobs: createFolderBlobs(join(dataDir, 'files')) })
    expect(await filesIn(dataDir)).toEqual([])
    expect(await store.database.selectFrom('upload').selectAll().execute()).toEqual([])
  })

  test('follow a visitor who signs in', async () => {
    const key = 'a-secret-of-at-least-thirty-two-bytes'
    const { url } = await start(onTestFinished, { apps: [{ id: 'default', tokenKeys: [{ algorithm: 'HS256', key }] }] })
    const guest = await createGuest(url)
    const conversationId = await guest.converse('Hello')
    const file = await upload(url, guest)
    const token = await new SignJWT({})
      .setProtectedHeader({ alg: 'HS256' })
      .setSubject('u1')
      .setExpirationTime('5m')
      .sign(new TextEncoder().encode(key))
    const signed = await createGuest(url, { visitor: guest.session.visitor, token })
    await signed.command('message-send', { to: { id: conversationId }, parts: [filePart(file)] })
    expect((await signed.history(conversationId))[0]?.parts[0]).toMatchObject({ file: { id: file.id } })
  })
})

test('what might run is never shown where it stands', async () => {
  const { url } = await startTestServer(onTestFinished)
  const guest = await createGuest(url)
  for (const type of ['text/html', 'image/svg+xml', 'application/xhtml+xml', 'text/javascript', 'nonsense']) {
    const answer = await fetch((await upload(url, guest, { type, body: '<script>alert(1)</script>' })).url)
    expect(answer.headers.get('content-type')).toBe('application/octet-stream')
    expect(answer.headers.get('content-disposition')).toMatch(/^attachment;/)
  }
})

test('an address of a file runs out, and cannot be made or changed', async () => {
  const now = Date.now()
  const links = createFileLinks(new Uint8Array(32), 'https://support.example', () => now)
  const { url, expiresAt = 0 } = links.refer('f1')
  const signature = new URL(url).searchParams.get('signature') ?? ''
  expect(url).toMatch(/^https:\/\/support\.example\/v1\/files\/f1\?/)
  expect(expiresAt - now).toBeGreaterThan(29 * 60_000)
  expect(expiresAt - now).toBeLessThanOrEqual(60 * 60_000)
  expect(links.verify('f1', expiresAt, signature)).toBe(true)
  expect(links.verify('f2', expiresAt, signature)).toBe(false)
  expect(links.verify('f1', expiresAt + 1, signature)).toBe(false)
  expect(links.verify('f1', expiresAt, '')).toBe(false)
  const later = createFileLinks(new Uint8Array(32), '', () => expiresAt)
  expect(later.verify('f1', expiresAt, signature)).toBe(false)
  const elsewhere = createFileLinks(new Uint8Array(32).fill(1), '', () => now)
  expect(elsewhere.verify('f1', expiresAt, signature)).toBe(false)
})

test('blobs are whole or not there', async () => {
  const folder = await createTestFolder(onTestFinished)
  const blobs = createFolderBlobs(folder)
  async function* cut() {
    yield new Uint8Array(10)
    throw new Error('cut')
  }
  await expect(blobs.write('abc', cut())).rejects.toThrow('cut')
  expect(await blobs.read('abc')).toBeUndefined()
  await blobs.delete('abc')
  expect(maxUploadBytes).toBe(25 * 1024 * 1024)
})
