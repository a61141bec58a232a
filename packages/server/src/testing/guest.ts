import { randomUUID } from 'node:crypto'
import {
  type Ack,
  type CommandOutcome,
  type Conversation,
  type Json,
  type Message,
  type MessagePart,
  type SessionAnswer,
  type SessionRequest,
  TransportError,
} from '@docent/protocol'
import { type EventReader, readEvents } from './event-reader.ts'

/** Somebody who talks to the server over HTTP: a visitor's widget, or an agent's inbox. */
export interface Caller {
  readonly headers: Record<string, string>
  post(path: string, body: unknown): Promise<Response>
  /** Several commands in one request. */
  perform(commands: readonly unknown[]): Promise<readonly CommandOutcome[]>
  /** One command; rejects with its error. */
  command(name: string, input: unknown, id?: string): Promise<Ack>
  query<Output = Json>(name: string, input?: unknown): Promise<Output>
  listen(after?: string): Promise<EventReader>
}

export interface Guest extends Caller {
  readonly session: SessionAnswer
  readonly id: string
  /** Starts a conversation with a message. */
  converse(text: string): Promise<string>
  say(conversationId: string, text: string, id?: string): Promise<Ack>
  history(conversationId: string): Promise<readonly Message[]>
  conversations(): Promise<readonly Conversation[]>
}

export const textPart = (text: string): MessagePart => ({ type: 'text', text, format: 'plain' })
export const textOf = (message: Message): string =>
  message.parts.map((part) => ('text' in part ? part.text : '')).join('')

export const openSession = (url: string, request: Partial<SessionRequest> = {}): Promise<Response> =>
  fetch(`${url}/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ app: 'default', ...request }),
  })

/** A visitor with a session of their own. */
export async function createGuest(url: string, request: Partial<SessionRequest> = {}): Promise<Guest> {
  const session = await answerOf<SessionAnswer>(await openSession(url, request))
  const caller = createCaller(`${url}/v1`, { authorization: `Bearer ${session.accessToken}` }, session.cursor)
  const say: Guest['say'] = (conversationId, text, id) =>
    caller.command('message-send', { to: { id: conversationId }, parts: [textPart(text)] }, id)
  return {
    ...caller,
    session,
    id: session.visitor.id,
    say,
    async converse(text) {
      const { result } = await caller.command('conversation-start', {})
      const { conversationId } = result as { conversationId: string }
      await say(conversationId, text)
      return conversationId
    },
    async history(conversationId) {
      const page = await caller.query<{ items: Message[] }>('messages', { conversationId, limit: 100 })
      return page.items
    },
    async conversations() {
      const page = await caller.query<{ items: Conversation[] }>('conversations', { limit: 100 })
      return page.items
    },
  }
}

/** An agent who opened a sign-in link. */
export async function createTestAgent(url: string, link: string): Promise<Caller & { readonly id: string }> {
  const token = link.split('sign-in=')[1]
  const response = await fetch(`${url}/v1/agent/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ link: token }),
  })
  const { agent, cursor } = await answerOf<{ agent: { id: string }; cursor: string }>(response)
  const cookie = response.headers.get('set-cookie')?.split(';')[0] ?? ''
  return { ...createCaller(`${url}/v1/agent`, { cookie }, cursor), id: agent.id }
}

function createCaller(base: string, headers: Record<string, string>, cursor: string): Caller {
  const post = (path: string, body: unknown) =>
    fetch(`${base}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    })
  const perform: Caller['perform'] = async (commands) => {
    const { results } = await answerOf<{ results: CommandOutcome[] }>(await post('/commands', { commands }))
    return results
  }
  return {
    headers,
    post,
    perform,
    async command(name, input, id = randomUUID()) {
      const [outcome] = await perform([{ id, name, input, createdAt: Date.now() }])
      if (outcome?.ok) return outcome.ack
      throw new TransportError(outcome?.error.code ?? 'internal', outcome?.error.message)
    },
    async query(name, input = {}) {
      const { output } = await answerOf<{ output: never }>(await post(`/queries/${name}`, input))
      return output
    },
    listen: (after = cursor) => readEvents(`${base}/events?after=${after}`, headers),
  }
}

/** The JSON of a good answer; the error of another as a `TransportError`. */
export async function answerOf<T>(response: Response): Promise<T> {
  const body = await response.json()
  if (response.ok) return body
  throw new TransportError(body.error.code, body.error.message)
}
