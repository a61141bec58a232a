import { type Clock, createScope, memoryStorage } from '@docent/core'
import { createLink } from '@docent/core/engine'
import type { AgentVocabulary } from '@docent/protocol'
import { signal } from '@preact/signals'
import { afterEach, expect, it, vi } from 'vitest'
import { createModel } from './model.ts'
import { createFakeBackend } from './testing/fake-backend.ts'
import { byAgent, conversation, mara, message, tom } from './testing/samples.ts'
import { watchRefusal } from './watch-refusal.ts'

const scopes: { dispose(): void }[] = []
afterEach(() => {
  for (const scope of scopes.splice(0)) scope.dispose()
})

/** Time that passes when the test says so. */
function createClock() {
  let waiting: (() => void)[] = []
  const clock: Clock = { now: () => 9000, wait: () => new Promise((resolve) => waiting.push(resolve)) }
  const pass = (): void => {
    const due = waiting
    waiting = []
    for (const resolve of due) resolve()
  }
  return { clock, pass, hasWaiting: () => waiting.length > 0 }
}

async function open(backend = createFakeBackend()) {
  const scope = createScope()
  scopes.push(scope)
  const { clock, pass, hasWaiting } = createClock()
  const storage = memoryStorage()
  const onRefused = vi.fn()
  const page = { online: signal(true), visible: signal(true), frozen: signal(false) }
  const link = createLink<AgentVocabulary>({
    ...{ app: 'acme', storage, scope, clock, page },
    transport: watchRefusal(backend.transport, onRefused),
    newId: () => crypto.randomUUID(),
  })
  const model = createModel({ link, storage, scope, clock, agent: mara })
  link.open()
  const isReady = () => model.state.value.lists.closed?.loaded
  return { backend, model, pass, hasWaiting, onRefused, ready: () => vi.waitFor(() => expect(isReady()).toBe(true)) }
}

it('asks for every list once it is connected, and not again when the connection is resumed', async () => {
  const { backend, model, pass, hasWaiting, ready } = await open()
  await ready()
  expect(model.lists.value.open.map(({ id }) => id)).toEqual(['c1'])
  const asked = backend.asked.length
  // What stores the cursor loads with the first connection.
  await vi.dynamicImportSettled()
  backend.lose()
  await vi.waitFor(() => expect(hasWaiting()).toBe(true))
  pass()
  await vi.waitFor(() => expect(model.link.status.value).toBe('online'))
  expect(backend.asked).toHaveLength(asked)
})

it('asks anew after a gap, for the open thread too', async () => {
  const { backend, model, ready } = await open(createFakeBackend([message(1)]))
  await ready()
  await model.loadThread('c1')
  backend.tell({ type: 'gap', reason: 'expired' })
  expect(model.state.value.threads.c1?.loaded).toBe(false)
  await vi.waitFor(() => expect(backend.asked.filter((name) => name === 'agents')).toHaveLength(2))
})

it('shows a reply before the server has it, and sends it as Markdown', async () => {
  const { backend, model, ready } = await open()
  await ready()
  await model.loadThread('c1')
  backend.refuse('unavailable')
  await model.reply('c1', 'Hello **you**')
  expect(model.bubbles('c1').at(-1)).toMatchObject({ side: 'team', mine: true })
  expect(['queued', 'sending']).toContain(model.bubbles('c1').at(-1)?.delivery)
  expect(backend.performed).toEqual([])
})

it('keeps one bubble for a reply when its answer and its event have both come', async () => {
  const { backend, model, ready } = await open()
  await ready()
  await model.reply('c1', 'Hello')
  await vi.waitFor(() => expect(model.bubbles('c1').map(({ delivery }) => delivery)).toEqual(['sent']))
  const [command] = backend.performed
  expect(command?.input).toMatchObject({
    conversationId: 'c1',
    parts: [{ type: 'text', text: 'Hello', format: 'markdown' }],
  })
  backend.tell({
    type: 'message-added',
    message: byAgent(101, mara, { id: `echo-${command?.id}`, commandId: command?.id ?? '' }),
  })
  expect(model.bubbles('c1')).toHaveLength(1)
})

it('says what was seen once, and counts it as read at once', async () => {
  const { backend, model, ready } = await open(createFakeBackend([message(1), message(2)]))
  await ready()
  backend.tell({ type: 'conversation-changed', conversation: conversation({ unread: 2, changedAt: 2000 }) })
  expect(model.unread.value).toBe(1)
  await model.loadThread('c1')
  model.seen('c1')
  model.seen('c1')
  expect(model.unread.value).toBe(0)
  await vi.waitFor(() => expect(backend.performed).toHaveLength(1))
  expect(backend.performed[0]).toMatchObject({ name: 'conversation-read', input: { conversationId: 'c1', upTo: 2 } })
})

it('counts only what is open, and not a colleague’s', async () => {
  const { backend, model, ready } = await open()
  await ready()
  const others = { kind: 'agent', id: tom.id } as const
  backend.tell(
    { type: 'conversation-changed', conversation: conversation({ id: 'c2', unread: 3, assignee: others }) },
    { type: 'conversation-changed', conversation: conversation({ id: 'c3', unread: 3, status: 'snoozed' }) },
    { type: 'conversation-changed', conversation: conversation({ id: 'c4', unread: 3 }) },
  )
  expect(model.unread.value).toBe(1)
})

it('moves a conversation between lists before the server has answered', async () => {
  const { backend, model, ready } = await open()
  await ready()
  backend.refuse('unavailable')
  model.arrange('conversation-close', { conversationId: 'c1' })
  await vi.waitFor(() => expect(model.lists.value.closed).toHaveLength(1))
  expect(model.lists.value.open).toEqual([])
})

it('tells what visitors write, not what the team does', async () => {
  const { backend, model, ready } = await open()
  await ready()
  backend.tell({ type: 'message-added', message: byAgent(3) })
  expect(model.heard.value).toBeUndefined()
  backend.tell({ type: 'message-added', message: message(4) })
  expect(model.heard.value?.order).toBe(4)
})

it('stops showing that somebody types when no more news of it comes', async () => {
  const { backend, model, pass, ready } = await open()
  await ready()
  backend.tell({ type: 'typing-changed', conversationId: 'c1', author: { kind: 'visitor' }, typing: true, ttlMs: 6000 })
  expect(model.state.value.typing.c1).toBeDefined()
  pass()
  await vi.waitFor(() => expect(model.state.value.typing.c1).toBeUndefined())
})

it('takes a message that was refused back as text', async () => {
  const { backend, model, ready } = await open()
  await ready()
  backend.refuse('invalid')
  await model.note('c1', 'Psst')
  await vi.waitFor(() =>
    expect(model.bubbles('c1')[0]).toMatchObject({ side: 'note', delivery: 'failed', error: 'Refused' }),
  )
  expect(model.takeBack(model.bubbles('c1')[0]?.key ?? '')).toEqual({ text: 'Psst', parts: [] })
  expect(model.bubbles('c1')).toEqual([])
})

it('tells when the session is no longer accepted', async () => {
  const { backend, model, onRefused, ready } = await open()
  await ready()
  backend.refuse('auth-rejected')
  await model.loadThread('c1')
  expect(onRefused).toHaveBeenCalled()
})
