import { WebSocketServer } from 'ws'
import { type ServedDouble, serveDouble } from '../../adapt/testing/serve-double.ts'
import { createContact, notFound, ofContact } from './chatwoot-routes.ts'
import { type ChatwootState, createChatwootState, type Stored } from './chatwoot-state.ts'

/**
 * A double of Chatwoot, after its public client API and its ActionCable: history comes 20 at a time, `echo_id` is in the event and
 * nowhere else, and the cable tells nothing of what was missed.
 */
export interface ChatwootDouble extends ServedDouble {
  readonly url: string
  agentSays(conversationId: string, text: string, isNote?: boolean): void
  agentTypes(conversationId: string): void
  agentEdits(conversationId: string, text: string): void
  conversation(id: string): Stored
  forget(sourceId: string): void
}

export async function startChatwoot(inbox: string): Promise<ChatwootDouble> {
  const state = createChatwootState()
  const { find, broadcast } = state
  const served = await serveDouble((asked) => {
    const [, , , , , identifier, , sourceId, ...rest] = asked.path.split('/').map(decodeURIComponent)
    if (identifier !== inbox) return notFound
    if (sourceId === undefined) return createContact(state)
    const contact = state.contacts.get(sourceId)
    return contact ? ofContact(state, contact, rest, asked) : notFound
  })
  serveCable(served, state)
  return {
    ...served,
    url: `http://127.0.0.1:${served.port}`,
    conversation: find,
    agentSays: (id, content, isNote = false) => void state.add(find(id), { type: 1, content, isNote }),
    agentTypes: (id) =>
      broadcast(find(id).contact, 'conversation.typing_on', {
        conversation: { id: Number(id) },
        user: { name: 'Ada' },
      }),
    agentEdits(id, content) {
      const { messages, contact } = find(id)
      const updated_at = new Date(Date.now() + 1000).toISOString()
      broadcast(contact, 'message.updated', { ...messages.at(-1), content, updated_at })
    },
    forget: (sourceId) => void state.contacts.delete(sourceId),
  }
}

const pingEveryMs = 3000

function serveCable({ server }: ServedDouble, { streams, contacts }: ChatwootState): void {
  const isKnown = (token: string) => [...contacts.values()].some(({ pubsubToken }) => pubsubToken === token)
  const cable = new WebSocketServer({ server, path: '/cable', handleProtocols: () => 'actioncable-v1-json' })
  cable.on('connection', (socket) => {
    const say = (frame: object) => socket.send(JSON.stringify(frame))
    const ping = setInterval(() => say({ type: 'ping', message: Math.floor(Date.now() / 1000) }), pingEveryMs)
    socket.on('error', () => {})
    say({ type: 'welcome' })
    socket.on('message', (data) => {
      const { command, identifier } = JSON.parse(String(data))
      if (command !== 'subscribe') return
      const { pubsub_token: token } = JSON.parse(identifier)
      if (!isKnown(token)) return say({ type: 'reject_subscription', identifier })
      const tell = (message: object) => say({ identifier, message })
      streams.set(token, (streams.get(token) ?? new Set()).add(tell))
      socket.once('close', () => streams.get(token)?.delete(tell))
      say({ type: 'confirm_subscription', identifier })
      tell({ event: 'presence.update', data: { account_id: 1, users: {} } })
    })
    socket.once('close', () => clearInterval(ping))
  })
  server.once('close', () => {
    for (const socket of cable.clients) socket.terminate()
  })
}
