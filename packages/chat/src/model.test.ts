import { createScope, type Engine, type FeatureContext, memoryStorage, type Receiver } from '@docent/core'
import type { Conversation, VisitorVocabulary } from '@docent/protocol'
import { signal } from '@preact/signals-core'
import { expect, it } from 'vitest'
import { createModel } from './model.ts'

const conversation: Conversation = {
  ...{ id: 'c1', commandId: 's1', status: 'open', canReply: true, unread: 2 },
  ...{ startedAt: 1, changedAt: 1 },
}

async function createTestModel() {
  const receivers: Receiver<VisitorVocabulary>[] = []
  const sent: { readonly name: string; readonly input: object; readonly id: string }[] = []
  const link = {
    status: signal('idle'),
    outbox: signal([]),
    kept: () => true,
    addReceiver(added: Receiver<VisitorVocabulary>) {
      receivers.push(added)
      return () => {}
    },
    async send(name: string, input: object, id = crypto.randomUUID()) {
      sent.push({ name, input, id })
      return id
    },
  } as unknown as Engine['link']
  const storage = memoryStorage([
    ['cache/chat/conversation/c1', conversation],
    ['chat/draft/s1', 'typed'],
  ])
  const context = {
    ...{ storage, scope: createScope(), engine: async () => ({ link }), locale: signal('en') },
    ...{ page: { url: signal('https://app.example/'), title: () => 'App' }, services: { get: () => undefined } },
    track: () => {},
  } as unknown as FeatureContext
  const unread = signal(0)
  return {
    model: await createModel(context, unread),
    unread,
    sent,
    reset: () => receivers.map((receiver) => receiver.reset?.()),
  }
}

it('forgets conversations that the backend has lost, and keeps drafts', async () => {
  const { model, unread, reset } = await createTestModel()
  expect([model.state.value.conversations, unread.value]).toEqual([[conversation], 2])
  reset()
  expect([model.state.value.conversations, unread.value]).toEqual([[], 0])
  expect(model.drafts.get('s1')).toBe('typed')
})

it('goes on in a new conversation where one is open that the backend has lost', async () => {
  const { model, sent, reset } = await createTestModel()
  const acts = await model.acts()
  await acts.send('c1', 'before')
  expect(sent).toMatchObject([{ name: 'message-send', input: { to: { id: 'c1' } } }])
  reset()
  for (const key of ['c1', 's1']) {
    sent.splice(0)
    const begun = await acts.send(key, 'after')
    expect(sent).toMatchObject([
      { name: 'conversation-start', id: begun },
      { name: 'message-send', input: { to: { startedBy: begun } } },
    ])
  }
  sent.splice(0)
  await acts.send('not-started-yet', 'more')
  expect(sent).toMatchObject([{ name: 'message-send', input: { to: { startedBy: 'not-started-yet' } } }])
})

it('begins a conversation with what it was asked to, once', async () => {
  const { model, sent } = await createTestModel()
  const acts = await model.acts()
  await acts.begin({ text: 'It broke', isSent: true, reason: 'bug', context: { extra: { answered: 'Stuck?' } } })
  expect(sent).toMatchObject([
    { name: 'conversation-start', input: { reason: 'bug', context: { title: 'App', extra: { answered: 'Stuck?' } } } },
    { name: 'message-send', input: { parts: [{ text: 'It broke' }] } },
  ])
  sent.splice(0)
  await acts.send('new', 'Something else')
  expect(sent[0]?.input).not.toHaveProperty('reason')
  await acts.begin({ text: 'Typed' })
  expect(model.drafts.get('new')).toBe('Typed')
  await expect(acts.begin({ reason: 'anger' as 'bug' })).rejects.toThrow('There is no reason "anger"')
})
