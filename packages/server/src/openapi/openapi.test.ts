import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import type { z } from 'zod'
import { signVisitorToken } from '../client/index.ts'
import { agentCommands } from '../commands/agent/agent-commands.ts'
import { visitorCommands } from '../commands/visitor/visitor-commands.ts'
import { createApp } from '../http/create-app.ts'
import type { Services } from '../http/services.ts'
import { agentQueries } from '../queries/agent-queries.ts'
import { visitorQueries } from '../queries/visitor-queries.ts'
import { createGuest, createTestAgent, openSession, textPart } from '../testing/guest.ts'
import { createTestFolder, startTestServer } from '../testing/test-server.ts'
import { commandsAnswer, eventsFrame, fileRef, queryAnswers, sessionAnswer, wireError } from './answer-schemas.ts'

const key = 'a shared secret of more than 32 bytes'
const read = async (url: string): Promise<unknown> => (await fetch(`${url}/v1/openapi.json`)).json()

/** Routes as the document writes them, without middleware. */
const routesOf = (): string[] => {
  const app = createApp({ apps: new Map(), options: {} } as unknown as Services)
  const own = app.routes.filter(
    ({ method, path }) => method !== 'ALL' && path.startsWith('/v1/') && !path.includes('*'),
  )
  return [...new Set(own.map(({ method, path }) => `${method} ${path.replaceAll(/:(\w+)/g, '{$1}')}`))]
}

test('the document has every route, and no other', async () => {
  const { url } = await startTestServer(onTestFinished)
  const { paths } = (await read(url)) as { paths: Record<string, Record<string, object>> }
  const described = Object.entries(paths).flatMap(([path, item]) =>
    Object.keys(item).map((method) => `${method.toUpperCase()} ${path}`),
  )
  expect(described.sort()).toEqual(
    routesOf()
      .filter((route) => route !== 'GET /v1/openapi.json')
      .sort(),
  )
})

test('the document has every command and query, with what its input must be', async () => {
  const { url } = await startTestServer(onTestFinished)
  const text = JSON.stringify(await read(url))
  for (const name of [visitorCommands, visitorQueries, agentCommands, agentQueries].flatMap(Object.keys)) {
    expect(text).toContain(`"title":"${name}"`)
  }
  expect(text).toContain('"missing-feature"')
})

test('what the server answers is what the document says', async () => {
  const restrictedHelpDir = await createTestFolder(onTestFinished, 'restricted')
  const restricted = [{ audiences: ['plan-pro'], locales: { en: { count: 0, index: 'index.json', shards: [] } } }]
  await writeFile(
    join(restrictedHelpDir, 'manifest.json'),
    JSON.stringify({ format: 1, version: 'v', parts: restricted }),
  )
  await writeFile(join(restrictedHelpDir, 'index.json'), '{ "categories": [], "articles": [] }')
  const app = { id: 'default', restrictedHelpDir, tokenKeys: [{ algorithm: 'HS256' as const, key }] }
  const { url, createSignInLink } = await startTestServer(onTestFinished, { apps: [app] })
  sessionAnswer.parse(await (await openSession(url)).json())
  const guest = await createGuest(url)
  const agent = await createTestAgent(url, await createSignInLink())
  const conversationId = await guest.converse('Hello')
  const upload = await fetch(`${url}/v1/uploads?command=c&index=0&name=a.txt&type=text/plain`, {
    method: 'POST',
    headers: { ...guest.headers, 'content-type': 'application/octet-stream' },
    body: 'x',
  })
  const file = fileRef.parse(await upload.json())
  const parts = [textPart('See'), { type: 'file', file, name: 'a.txt', mime: 'text/plain', bytes: 1 }]
  await guest.command('message-send', { to: { id: conversationId }, parts })
  const options = [{ value: 'y', label: 'Yes' }]
  const { result } = await agent.command('message-send', {
    conversationId,
    parts: [{ type: 'choices', once: true, options }],
  })
  const { messageId } = result as { messageId: string }
  await guest.command('message-answer', { to: { id: conversationId }, messageId, value: 'y' })
  await guest.command('conversation-rate', { to: { id: conversationId }, score: 5 })
  const entry = { key: 'a', value: 1, merge: 'max', changedAt: 1 }
  await guest.command('visitor-state-put', { entries: [entry] })
  const inputs: Record<keyof typeof queryAnswers, object> = {
    conversations: { limit: 10 },
    messages: { conversationId, limit: 10 },
    'visitor-state': {},
    transcript: { conversationId },
    file: { id: file.id },
    handover: { from: 'https://acme.example', to: 'https://app.acme.example' },
    'restricted-help': {},
    'restricted-file': { name: 'index.json' },
    content: { kind: 'config' },
  }
  const reader = await createGuest(url, {
    token: await signVisitorToken({ key, app: 'default', id: 'reader', traits: { plan: 'pro' } }),
  })
  for (const [name, schema] of Object.entries<z.ZodType>(queryAnswers)) {
    const asking = name.startsWith('restricted') ? reader : guest
    schema.parse(await asking.query(name, inputs[name as keyof typeof inputs]))
  }
  const batch = {
    commands: [
      { id: 'same', name: 'visitor-update', input: {} },
      { id: 'bad', name: 'nothing', input: {} },
    ],
  }
  commandsAnswer.parse(await (await guest.post('/commands', batch)).json())
  wireError.parse(await (await guest.post('/queries/messages', { conversationId: 'x', limit: 1 })).json())
  const frame = await fetch(`${url}/v1/events?wait=0&after=${guest.session.cursor}`, { headers: guest.headers })
  eventsFrame.parse(await frame.json())
})
