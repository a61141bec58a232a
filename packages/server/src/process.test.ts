import { randomUUID } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { CommandOutcome } from '@docent/protocol'
import { describe, expect, onTestFinished, test } from 'vitest'
import { optionsFromEnvironment } from './options/options-from-environment.ts'
import { printSignInLink } from './print-sign-in-link.ts'
import { createGuest, createTestAgent, textOf, textPart } from './testing/guest.ts'
import { startServerProcess } from './testing/server-process.ts'
import { createTestFolder, startTestServer } from './testing/test-server.ts'

describe('docent-server', () => {
  test('killed in the middle of traffic loses nothing that was acknowledged; SIGTERM ends it in order', async () => {
    const DATA_DIR = await createTestFolder(onTestFinished)
    const first = startServerProcess(onTestFinished, { DATA_DIR })
    const guest = await createGuest(await first.url)
    const conversationId = await guest.converse('0')
    const acknowledged: string[] = []
    const sent: { id: string; text: string }[] = []
    let isAlive = true
    const send = async (id: string, text: string): Promise<void> => {
      const command = {
        id,
        name: 'message-send',
        input: { to: { id: conversationId }, parts: [textPart(text)] },
        createdAt: 0,
      }
      const [outcome] = await guest.perform([command]).catch((): CommandOutcome[] => [])
      if (outcome?.ok) acknowledged.push(text)
      else isAlive = false
    }
    const talk = async (name: string) => {
      for (let count = 0; isAlive; count += 1) {
        const message = { id: randomUUID(), text: `${name}${count}` }
        sent.push(message)
        await send(message.id, message.text)
      }
    }
    const talking = Promise.all(['a', 'b', 'c', 'd'].map(talk))
    await expect.poll(() => acknowledged.length, { interval: 5, timeout: 20_000 }).toBeGreaterThan(40)
    await first.kill('SIGKILL')
    await talking

    const second = startServerProcess(onTestFinished, { DATA_DIR })
    const url = await second.url
    const again = await createGuest(url, { visitor: guest.session.visitor, cursor: guest.session.cursor })
    expect(again.session.resumed).toBe(true)
    // What was not acknowledged is sent again under its id, as the outbox does.
    for (const { id, text } of sent) await again.say(conversationId, text, id)
    const events = await again.listen(guest.session.cursor)
    onTestFinished(events.close)
    await events.until((event) => event.type === 'message-added' && textOf(event.message) === sent.at(-1)?.text)
    const told = events.events.flatMap((event) => (event.type === 'message-added' ? [event.message] : []))
    expect(told.map(({ order }) => order)).toEqual(told.map((_, index) => index + 1))
    expect(told.map(textOf).sort()).toEqual(['0', ...sent.map(({ text }) => text)].sort())
    const survived = new Set(told.map(textOf))
    expect(acknowledged.filter((text) => !survived.has(text))).toEqual([])

    expect(second.output()).toBe(
      [
        `Docent answers at ${url}`,
        `  Inbox    ${url}/inbox/`,
        `  Data     ${DATA_DIR}`,
        '  Sign in  npx docent-server sign-in-link [email] prints a new link, in the same folder with the same environment',
        '',
      ].join('\n'),
    )
    const link = /\S+sign-in=(\S+)/.exec(first.output())?.[1] ?? ''
    const agent = await createTestAgent(url, `${url}/inbox/#sign-in=${link}`)
    const inbox = await agent.listen()
    expect(await second.kill('SIGTERM')).toBe(0)
    await Promise.all([inbox.ended, events.ended])
  })

  test('a full disk gives `unavailable`, keeps what was there, and says so in the log', async () => {
    const DATA_DIR = await createTestFolder(onTestFinished)
    const full = startServerProcess(onTestFinished, { DATA_DIR }, 1_200_000)
    const guest = await createGuest(await full.url)
    const conversationId = await guest.converse('0')
    const stored = ['0']
    let refused: CommandOutcome | undefined
    for (let count = 1; !refused && count < 500; count += 1) {
      const text = `${count} ${'x'.repeat(8000)}`
      const command = {
        id: `m${count}`,
        name: 'message-send',
        input: { to: { id: conversationId }, parts: [textPart(text)] },
        createdAt: 0,
      }
      const [outcome] = await guest.perform([command])
      if (outcome?.ok) stored.push(text)
      else refused = outcome
    }
    expect(refused).toMatchObject({ status: 503, error: { code: 'unavailable', retryAfterMs: expect.any(Number) } })
    expect(full.output()).toContain('The database could not store')
    await full.kill('SIGKILL')

    const roomy = await startTestServer(onTestFinished, { dataDir: DATA_DIR })
    const again = await createGuest(roomy.url, { visitor: guest.session.visitor })
    const first = await again.history(conversationId)
    expect(first).toHaveLength(Math.min(stored.length, 100))
    expect(first.map(textOf)).toEqual(stored.slice(-100).reverse())
    await again.say(conversationId, 'room again')
  })

  test('says in one line why it does not start, and ends with 1', async () => {
    const folder = await createTestFolder(onTestFinished)
    await writeFile(join(folder, 'docent.config.json'), '{ "apps": [{ "id": "a b" }] }')
    const attempt = startServerProcess(onTestFinished, { DATA_DIR: folder })
    expect(await attempt.exit).toBe(1)
    expect(attempt.output()).toMatch(/^\S*docent\.config\.json: apps\.0\.id: must be[^\n]*\n$/)
  })
})

test('a sign-in link can be printed beside a running server', async () => {
  const server = await startTestServer(onTestFinished)
  const link = await printSignInLink({ dataDir: server.dataDir }, 'mira@acme.example')
  expect(link).toContain(`${server.url}/inbox/#sign-in=`)
  expect(await (await createTestAgent(server.url, link)).query('me')).toMatchObject({
    email: 'mira@acme.example',
    role: 'agent',
  })
  await expect(printSignInLink({ dataDir: server.dataDir }, 'mira')).rejects.toThrow('is not an e-mail address')
})

test('a folder, port, configuration or database that cannot be used stops the start with a word', async () => {
  const folder = await createTestFolder(onTestFinished)
  const running = await startTestServer(onTestFinished, { dataDir: join(folder, 'taken') })
  await writeFile(join(folder, 'list.json'), '[]')
  await writeFile(join(folder, 'broken.json'), '{ "apps": ')
  await writeFile(join(folder, 'not-a-database.db'), 'x'.repeat(5000))
  const dataDir = join(folder, 'free')
  for (const [options, message] of [
    [{ dataDir: running.dataDir }, /Another docent-server \(process \d+, http:\S+\) uses the data folder/],
    [{ dataDir, port: running.port }, /Port \d+ on 127\.0\.0\.1 is taken/],
    [{ dataDir, port: 70_000 }, /port: must be a number/],
    [{ dataDir, configFile: join(folder, 'list.json') }, /one key, `apps`/],
    [{ dataDir, configFile: join(folder, 'broken.json') }, /is not JSON/],
    [{ dataDir, configFile: join(folder, 'none.json') }, /cannot be read/],
    [{ dataDir, databaseUrl: 'mysql://here' }, /databaseUrl: must begin with/],
    [{ dataDir, databaseUrl: `file:${folder}/not-a-database.db` }, /database file/],
    [{ dataDir: '/dev/null/here' }, /data folder .* cannot be written/],
  ] as const) {
    await expect(startTestServer(onTestFinished, options)).rejects.toThrow(message)
  }
  await startTestServer(onTestFinished, { dataDir })
})

test('the environment names the options', () => {
  const environment = {
    HOST: '0.0.0.0',
    PORT: '8080',
    DATA_DIR: '/data',
    DATABASE_URL: '',
    TRUST_PROXY: 'yes',
    CDN_DIR: 'cdn',
  }
  expect(optionsFromEnvironment(environment)).toEqual({
    host: '0.0.0.0',
    port: 8080,
    dataDir: '/data',
    trustProxy: true,
    cdnDir: 'cdn',
  })
  expect(() => optionsFromEnvironment({ PORT: 'many' })).toThrow('PORT: must be a number')
})
