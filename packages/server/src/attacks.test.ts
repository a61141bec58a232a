import { request } from 'node:http'
import { gzipSync } from 'node:zlib'
import { describe, expect, onTestFinished, test } from 'vitest'
import { createGuest, createTestAgent, textPart } from './testing/guest.ts'
import { createTestFolder, startTestServer } from './testing/test-server.ts'

/** As it stands, without what `fetch` tidies up. */
const askRaw = (url: string, path: string, options: object = {}, body: Buffer | string = '') =>
  new Promise<{ readonly status: number; readonly body: string; readonly headers: NodeJS.Dict<string | string[]> }>(
    (resolve, reject) => {
      const { hostname, port } = new URL(url)
      const asking = request({ hostname, port, path, ...options }, (answer) => {
        const chunks: Buffer[] = []
        answer.on('data', (chunk: Buffer) => chunks.push(chunk))
        answer.on('end', () => {
          const { statusCode: status = 0, headers } = answer
          resolve({ status, body: Buffer.concat(chunks).toString(), headers })
        })
      })
      asking.on('error', reject)
      asking.end(body)
    },
  )

test('no address leads out of a folder that is served', async () => {
  const helpDir = await createTestFolder(onTestFinished, 'help')
  const { url, dataDir } = await startTestServer(onTestFinished, {
    apps: [{ id: 'default', helpDir }],
    cdnDir: helpDir,
    inboxDir: helpDir,
  })
  const up = ['..', '%2e%2e', '..%2f..', '..%5c..', '.%2e', '%252e%252e', '....', '..%00', '%c0%ae%c0%ae']
  const targets = ['etc/passwd', `${dataDir.slice(1)}/server.key`, 'server.key']
  for (const prefix of ['/help/default/', '/help/', '/cdn/', '/inbox/'])
    for (const step of up)
      for (const target of targets) {
        const { status, body } = await askRaw(url, `${prefix}${`${step}/`.repeat(8)}${target}`)
        expect(body, `${prefix}${step}${target}`).not.toMatch(/root:|^[\w-]{43}$/)
        expect(status).toBeGreaterThanOrEqual(400)
      }
})

describe('a visitor', () => {
  test('does nothing to what is another’s, by any command or query', async () => {
    const { url, createSignInLink } = await startTestServer(onTestFinished)
    const [owner, thief] = [await createGuest(url), await createGuest(url)]
    const conversationId = await owner.converse('Private')
    const agent = await createTestAgent(url, await createSignInLink())
    const options = [{ value: 'a', label: 'A' }]
    await agent.command('message-send', { conversationId, parts: [{ type: 'choices', options, once: true }] })
    const before = await owner.history(conversationId)
    const [asked] = before
    const to = { id: conversationId }
    for (const [name, input] of [
      ['message-send', { to, parts: [textPart('x')] }],
      ['message-answer', { to, messageId: asked?.id, value: 'a' }],
      ['answer-stop', { to, messageId: asked?.id }],
      ['person-request', { to }],
      ['conversation-read', { to, upTo: 1 }],
      ['conversation-rate', { to, score: 1 }],
      ['conversation-close', { to }],
      ['conversation-reopen', { to }],
    ] as const)
      await expect(thief.command(name, input), name).rejects.toMatchObject({ code: 'not-found' })
    for (const name of ['messages', 'transcript'])
      await expect(thief.query(name, { conversationId, limit: 1 }), name).rejects.toMatchObject({ code: 'not-found' })
    // Of another's message in a conversation of one's own.
    const own = await thief.converse('Mine')
    await expect(
      thief.command('message-answer', { to: { id: own }, messageId: asked?.id, value: 'a' }),
    ).rejects.toMatchObject({ code: 'not-found' })
    expect(await owner.history(conversationId)).toEqual(before)
    expect((await owner.conversations()).map(({ status, rating }) => ({ status, rating }))).toEqual([
      { status: 'open', rating: undefined },
    ])
  })

  test('is not let in by what was made for something else', async () => {
    const key = 'a-secret-of-at-least-thirty-two-bytes'
    const { url, createSignInLink } = await startTestServer(onTestFinished, {
      apps: [{ id: 'default', tokenKeys: [{ algorithm: 'HS256', key }] }],
    })
    const { session } = await createGuest(url)
    const agent = await createTestAgent(url, await createSignInLink())
    const cookie = agent.headers.cookie?.split('=')[1] ?? ''
    const link = (await createSignInLink()).split('sign-in=')[1] ?? ''
    const { visitor, accessToken } = session
    const unsigned = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${accessToken.split('.')[1]}.`
    for (const bearer of [cookie, link, visitor.secret, visitor.id, key, unsigned, `${accessToken}x`, ''])
      expect(
        (await fetch(`${url}/v1/events?wait=0`, { headers: { authorization: `Bearer ${bearer}` } })).status,
        bearer,
      ).toBe(401)
    for (const token of [accessToken, cookie, visitor.secret, unsigned])
      await expect(createGuest(url, { token }), token).rejects.toMatchObject({ code: expect.stringMatching(/^auth-/) })
    for (const token of [cookie, link, visitor.secret])
      expect((await createGuest(url, { handover: { token, from: url } })).id).not.toBe(visitor.id)
    for (const secret of [visitor.id, cookie, ''])
      await expect(createGuest(url, { visitor: { id: visitor.id, secret } })).rejects.toMatchObject({
        code: 'auth-rejected',
      })
  })
})

test('what a name holds never becomes a header', async () => {
  const { url } = await startTestServer(onTestFinished)
  const guest = await createGuest(url)
  for (const name of ['x\r\nset-cookie: a=b', 'a";filename="b.html', '../../x.html', 'ä\u202Egpj.exe', '\uD800'])
    for (const type of ['text/plain', 'text/plain\r\nx-evil: 1', 'text/html; charset=utf-7']) {
      const query = new URLSearchParams({ command: crypto.randomUUID(), index: '0', name, type })
      const headers = { ...guest.headers, 'content-type': 'application/octet-stream' }
      const sent = await fetch(`${url}/v1/uploads?${query}`, { method: 'POST', headers, body: '<b>' })
      expect(sent.status).toBe(200)
      const file = new URL((await sent.json()).url)
      const { headers: told } = await askRaw(url, `${file.pathname}${file.search}`)
      expect(told['set-cookie'] ?? told['x-evil']).toBeUndefined()
      expect(told['content-disposition']).toMatch(/^(inline|attachment); filename\*=UTF-8''[\w.%~!-]+$/)
      expect(told['content-type']).toMatch(/^(text\/plain|application\/octet-stream)$/)
      expect(told['content-security-policy']).toContain('sandbox')
    }
})

test('what is too large, too deep or packed is refused, and the server goes on', async () => {
  const { url } = await startTestServer(onTestFinished)
  const guest = await createGuest(url)
  const post = (body: Buffer | string, headers: object = {}) =>
    askRaw(
      url,
      '/v1/commands',
      { method: 'POST', headers: { ...guest.headers, 'content-type': 'application/json', ...headers } },
      body,
    )
  const bomb = gzipSync(Buffer.alloc(50_000_000, 32))
  expect((await post(bomb, { 'content-encoding': 'gzip' })).status).toBe(400)
  expect((await post(' '.repeat(5_000_000))).status).toBe(413)
  expect((await post(' '.repeat(5_000_000), { 'transfer-encoding': 'chunked' })).status).toBe(413)
  const deep = '['.repeat(500_000) + ']'.repeat(500_000)
  const { status, body } = await post(
    `{"commands":[{"id":"x","name":"visitor-update","createdAt":1,"input":{"traits":{"x":${deep}}}}]}`,
  )
  expect(status === 200 ? JSON.parse(body).results[0].status : status).toBeLessThan(500)
  await guest.converse('Still here')
})

test('what is for one person is kept by no cache between', async () => {
  const { url, createSignInLink } = await startTestServer(onTestFinished)
  const guest = await createGuest(url)
  const agent = await createTestAgent(url, await createSignInLink())
  const answers = [
    await guest.post('/queries/conversations', { limit: 1 }),
    await guest.post('/commands', { commands: [] }),
    await agent.post('/queries/conversations', { limit: 1 }),
    await fetch(`${url}/v1/agent/session`, { headers: agent.headers }),
  ]
  expect(answers.map(({ status, headers }) => [status, headers.get('cache-control')])).toEqual(
    answers.map(() => [200, 'no-store']),
  )
  const config = await fetch(`${url}/v1/content/config?app=default`)
  expect(config.headers.get('cache-control')).toBe('public, no-cache')
})

test('a report of an error at no time is refused, and one at a time is taken', async () => {
  const { url } = await startTestServer(onTestFinished)
  const guest = await createGuest(url)
  const report = (at: number) => ({ report: { url: 'https://a.test', errors: [{ message: 'x', at }] } })
  await expect(guest.command('conversation-start', report(1e308))).rejects.toMatchObject({ code: 'too-large' })
  await guest.command('conversation-start', report(1))
})
