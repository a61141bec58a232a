import type { VisitorEvent } from '@docent/protocol'
import { transportContract } from '@docent/testkit'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { WebSocket as NodeWebSocket } from 'ws'
import { chatwoot } from './chatwoot.ts'
import { startChatwoot } from './testing/start-chatwoot.ts'

const WebSocket = NodeWebSocket as unknown as typeof globalThis.WebSocket
const inbox = 'the-inbox'

transportContract(
  { describe, it },
  {
    name: 'chatwoot, against a double of its client API and cable',
    capabilities: chatwoot({ url: 'https://x', inbox }).capabilities,
    async open() {
      const double = await startChatwoot(inbox)
      return {
        transport: () => chatwoot({ url: double.url, inbox, WebSocket }),
        agentSays: async (id, text) => double.agentSays(id, text),
        cutLinks: double.proxy.resetAll,
        close: double.close,
      }
    },
  },
)

async function open() {
  const double = await startChatwoot(inbox)
  const ended = new AbortController()
  onTestFinished(async () => {
    ended.abort()
    await double.close()
  })
  const transport = chatwoot({ url: double.url, inbox, WebSocket })
  const events: VisitorEvent[] = []
  const sink = { events: (batch: readonly VisitorEvent[]) => void events.push(...batch), lost: vi.fn() }
  const { state } = await transport.connect({ app: 'a' }, sink, ended.signal)
  const perform = (name: string, input: object) =>
    transport.perform({ id: crypto.randomUUID(), name, input, createdAt: 0 } as never, ended.signal)
  const { result } = await perform('conversation-start', {})
  const { conversationId: id } = result as { conversationId: string }
  return { double, transport, events, ended, perform, id, state: state as { sourceId: string } }
}

describe('chatwoot', () => {
  it('reads histories longer than the 20 messages that Chatwoot gives at once', async () => {
    const { double, transport, id, ended } = await open()
    for (let number = 0; number < 65; number++) double.agentSays(id, `message ${number}`)
    const page = await transport.query('messages', { conversationId: id, limit: 50 }, ended.signal)
    expect(page.items).toHaveLength(50)
    const rest = await transport.query(
      'messages',
      { conversationId: id, limit: 50, older: page.older ?? '' },
      ended.signal,
    )
    expect(rest.items.map(({ order }) => order)).toEqual(Array.from({ length: 15 }, (_, index) => 15 - index))
    expect(rest.older).toBeUndefined()
  })

  it('tells typing and edits, and nothing of notes', async () => {
    const { double, events, id } = await open()
    double.agentSays(id, 'a note of the team', true)
    double.agentSays(id, 'hello')
    double.agentTypes(id)
    double.agentEdits(id, 'hello!')
    await expect.poll(() => events.length).toBe(3)
    expect(events).toMatchObject([
      { type: 'message-added', message: { author: { kind: 'agent', name: 'Ada' }, parts: [{ text: 'hello' }] } },
      { type: 'typing-changed', conversationId: id, typing: true, author: { name: 'Ada' } },
      { type: 'message-changed', message: { parts: [{ text: 'hello!' }] } },
    ])
    const [added, , changed] = events
    const revisionOf = (event: VisitorEvent | undefined) => (event && 'message' in event ? event.message.revision : 0)
    expect(revisionOf(changed)).toBeGreaterThan(revisionOf(added))
  })

  it('marks as read, and resolves', async () => {
    const { double, transport, perform, id, ended } = await open()
    double.agentSays(id, 'hello')
    const unread = async () => (await transport.query('conversations', { limit: 1 }, ended.signal)).items[0]
    expect(await unread()).toMatchObject({ unread: 1, status: 'open', excerpt: 'hello' })
    await perform('conversation-read', { to: { id }, upTo: 1 })
    expect(await unread()).toMatchObject({ unread: 0 })
    await perform('conversation-close', { to: { id } })
    expect(await unread()).toMatchObject({ status: 'closed' })
  })

  it('says that a contact is not known any more', async () => {
    const { double, state } = await open()
    double.forget(state.sourceId)
    const again = chatwoot({ url: double.url, inbox, WebSocket })
    const sink = { events: () => {}, lost: () => {} }
    await expect(again.connect({ app: 'a', state } as never, sink, new AbortController().signal)).rejects.toMatchObject(
      { code: 'auth-rejected' },
    )
  })
})
