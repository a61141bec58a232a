import { randomUUID } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { CommandOutcome } from '@docent/protocol'
import { describe, expect, onTestFinished, test } from 'vitest'
import { createGuest, createTestAgent, textOf, textPart } from './testing/guest.ts'
import { startServerProcess } from './testing/server-process.ts'
import { createTestFolder, startTestServer } from './testing/test-server.ts'

describe('docent-server', () => {
  test('prints addresses and a sign-in link, and ends on SIGTERM with the streams closed', async () => {
    const DATA_DIR = await createTestFolder(onTestFinished)
    const server = startServerProcess(onTestFinished, { DATA_DIR })
    const url = await server.url
    const link = /\S+sign-in=\S+/.exec(server.output())?.[0] ?? ''
    expect(link).toMatch(new RegExp(`^${url}/inbox/#sign-in=[\\w-]{43}$`))
    const agent = await createTestAgent(url, link)
    const events = await agent.listen()
    expect(await server.kill('SIGTERM')).toBe(0)
    await events.ended
  })

  test('killed in the middle of traffic loses nothing that was acknowledged', async () => {
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
    await expect.poll(() => acknowledged.length, { interval: 5 }).toBeGreaterThan(40)
    await first.kill('SIGKILL')
    await talking

    const second = startServerProcess(onTestFinished, { DATA_DIR })
    const again = await createGuest(await second.url, { visitor: guest.session.visitor, cursor: guest.session.cursor })
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

    const roomy = startServerProcess(onTestFinished, { DATA_DIR })
    const again = await createGuest(await roomy.url, { visitor: guest.session.visitor })
    const first = await again.history(conversationId)
    expect(first).toHaveLength(Math.min(stored.length, 100))
    expect(first.map(textOf)).toEqual(stored.slice(-100).reverse())
    await again.say(conversationId, 'room again')
  })

  test('prints a sign-in link beside a running server', async () => {
    const DATA_DIR = await createTestFolder(onTestFinished)
    const server = await startTestServer(onTestFinished, { dataDir: DATA_DIR })
    const printed = startServerProcess(onTestFinished, { DATA_DIR }, undefined, ['sign-in-link', 'mira@acme.example'])
    expect(await printed.exit).toBe(0)
    const agent = await createTestAgent(server.url, printed.output().trim())
    expect(printed.output()).toContain(`${server.url}/inbox/#sign-in=`)
    expect(await agent.query('me')).toMatchObject({ email: 'mira@acme.example', role: 'agent' })
  })

  test('does not start on a folder, a port, a configuration or a database that it cannot use, and says why', async () => {
    const folder = await createTestFolder(onTestFinished)
    const running = await startTestServer(onTestFinished, { dataDir: join(folder, 'taken') })
    await mkdir(join(folder, 'broken'))
    await writeFile(join(folder, 'broken/docent.config.json'), '{ "apps": [{ "id": "a b" }] }')
    const attempts = [
      [{ DATA_DIR: join(folder, 'taken') }, /Another docent-server \(process \d+, http:\S+\) uses the data folder/],
      [{ DATA_DIR: join(folder, 'other'), PORT: String(running.port) }, /Port \d+ on 127\.0\.0\.1 is taken/],
      [{ DATA_DIR: join(folder, 'broken') }, /docent\.config\.json: apps\.0\.id: must be/],
      [{ DATA_DIR: join(folder, 'x'), DATABASE_URL: 'mysql://here' }, /databaseUrl: must begin with/],
      [{ DATA_DIR: join(folder, 'x'), PORT: 'many' }, /PORT: must be a number/],
    ] as const
    await Promise.all(
      attempts.map(async ([environment, message]) => {
        const attempt = startServerProcess(onTestFinished, environment)
        expect(await attempt.exit).toBe(1)
        expect(attempt.output()).toMatch(message)
        expect(attempt.output()).not.toMatch(/^\s+at /m)
      }),
    )
  })
})
