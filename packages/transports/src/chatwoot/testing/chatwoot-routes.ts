import type { Answered, Asked } from '../../adapt/testing/serve-double.ts'
import { type ChatwootState, type Contact, nowInSeconds, type Stored } from './chatwoot-state.ts'

export const notFound: Answered = { status: 404, body: { error: 'Resource could not be found' } }
/** History comes so many at a time. */
const pageSize = 20

const asTold = ({ id, status, seenAt, messages }: Stored) => ({
  ...{ id, uuid: `uuid-${id}`, inbox_id: 1, status, contact_last_seen_at: seenAt, agent_last_seen_at: 0 },
  messages: messages.filter((message) => !message.private),
})

export function createContact(state: ChatwootState): Answered {
  const contact = { sourceId: crypto.randomUUID(), pubsubToken: crypto.randomUUID() }
  state.contacts.set(contact.sourceId, contact)
  return describe(contact)
}

const describe = ({ sourceId, pubsubToken }: Contact): Answered => ({
  body: { source_id: sourceId, pubsub_token: pubsubToken, id: 1, name: '', email: null },
})

/** @param path below the contact: `conversations/<id>/messages`. */
export function ofContact(state: ChatwootState, contact: Contact, path: readonly string[], asked: Asked): Answered {
  const [what, id, action] = path
  if (what === undefined) return describe(contact)
  const own = [...state.conversations.values()].filter((conversation) => conversation.contact === contact)
  if (id === undefined && asked.method === 'POST') {
    const made = { id: state.conversations.size + 1, contact, messages: [], seenAt: 0, status: 'open' }
    state.conversations.set(made.id, made)
    return { body: asTold(made) }
  }
  if (id === undefined) return { body: own.map(asTold) }
  const conversation = own.find((one) => one.id === Number(id))
  return conversation ? inConversation(state, conversation, action, asked) : notFound
}

function inConversation(state: ChatwootState, conversation: Stored, what: string | undefined, asked: Asked): Answered {
  const { method, query, body } = asked
  if (what === 'messages' && method === 'POST') {
    const echo = typeof body.echo_id === 'string' ? { echoId: body.echo_id } : {}
    return { body: state.add(conversation, { type: 0, content: String(body.content), ...echo }) }
  }
  if (what === 'messages') {
    const before = Number(query.get('before') ?? Number.MAX_SAFE_INTEGER)
    return { body: conversation.messages.filter((message) => !message.private && message.id < before).slice(-pageSize) }
  }
  if (what === 'update_last_seen') conversation.seenAt = nowInSeconds()
  if (what === 'toggle_status') conversation.status = 'resolved'
  return { body: asTold(conversation) }
}
