import { type Capabilities, type Message, type Transport, TransportError } from '@docent/protocol'

/** What this backend can do: one thread per visitor, text only. Whatever is not named here, the widget does not offer. */
export const ticketCapabilities: Capabilities = {
  resume: 'history',
  idempotency: 'server',
  commands: ['message-send'],
  queries: ['conversations', 'messages'],
  parts: ['text'],
  hints: [],
  receipts: { delivered: false, read: false },
  files: false,
  stream: false,
  identity: ['anonymous'],
  conversations: 'one',
  state: false,
  linkBound: [],
  maxTextLength: 4000,
}

interface Ticket {
  readonly id: string
  readonly secret: string
}
interface Post {
  readonly number: number
  readonly commandId?: string
  readonly by: 'visitor' | 'agent'
  readonly text: string
  readonly at: number
}

/** A transport to a ticket system with four REST routes. */
export function tickets({
  url,
  fetch = globalThis.fetch,
}: {
  url: string
  fetch?: typeof globalThis.fetch
}): Transport {
  let ticket: Ticket | undefined

  async function call<T>(path: string, signal: AbortSignal, body?: object): Promise<T> {
    const headers = { 'content-type': 'application/json', 'ticket-secret': ticket?.secret ?? '' }
    const request = body ? { method: 'POST', body: JSON.stringify(body), headers, signal } : { headers, signal }
    try {
      const response = await fetch(url + path, request)
      if (response.ok) return await response.json()
      const code = response.status === 404 ? 'not-found' : response.status < 500 ? 'invalid' : 'unavailable'
      throw new TransportError(code, await response.text(), {
        outcome: response.status < 500 ? 'not-applied' : 'unknown',
      })
    } catch (cause) {
      if (cause instanceof TransportError) throw cause
      throw new TransportError('unavailable', 'The ticket system cannot be reached', { outcome: 'unknown', cause })
    }
  }
  const own = (id?: string): Ticket => {
    if (!ticket) throw new TransportError('unavailable', 'Connect first')
    if (id !== undefined && id !== ticket.id) throw new TransportError('not-found', 'The visitor has another ticket')
    return ticket
  }
  const toMessage = ({ number, commandId, by, text, at }: Post): Message => ({
    id: `${own().id}/${number}`,
    conversationId: own().id,
    ...(commandId === undefined ? {} : { commandId }),
    author: { kind: by },
    parts: [{ type: 'text', text, format: 'plain' }],
    sentAt: at,
    order: number,
    revision: 1,
    state: 'done',
  })

  return {
    name: 'tickets',
    async connect({ state }, sink, signal) {
      ticket = (state as Ticket | undefined) ?? (await call<Ticket>('/tickets', signal, {}))
      let { last } = await call<{ last: number }>(`/tickets/${ticket.id}`, signal)
      const follow = async (path: string): Promise<void> => {
        try {
          while (!signal.aborted) {
            const news = await call<Post[]>(`${path}/news?after=${last}`, signal) // waits for news, 20 s at most
            last = news.at(-1)?.number ?? last
            if (!signal.aborted && news.length > 0)
              sink.events(news.map((post) => ({ type: 'message-added', message: toMessage(post) })))
          }
        } catch (error) {
          if (!signal.aborted) sink.lost(error as TransportError)
        }
      }
      setTimeout(follow, 0, `/tickets/${ticket.id}`) // later, so that `connect` has resolved before the first event
      return { capabilities: ticketCapabilities, resumed: false, state: { ...ticket } }
    },
    async perform({ id, name, input }, signal) {
      if (name !== 'message-send') throw new TransportError('unsupported', `Tickets have no ${name}`)
      const { id: ticketId } = own('id' in input.to ? input.to.id : '')
      const text = input.parts.map((part) => (part.type === 'text' ? part.text : '')).join('\n')
      const path = `/tickets/${ticketId}/posts`
      const { number, at } = await call<Post>(path, signal, { commandId: id, text })
      return { settled: 'stored', result: { messageId: `${ticketId}/${number}`, order: number, sentAt: at } }
    },
    // The output's type hangs on the name, which TypeScript cannot follow into the branches: hence `as never`.
    async query(name, input, signal) {
      if (name === 'conversations') {
        const { id, startedAt } = await call<Record<string, never>>(`/tickets/${own().id}`, signal)
        return { items: [{ id, status: 'open', canReply: true, unread: 0, startedAt, changedAt: startedAt }] } as never
      }
      if (name !== 'messages') throw new TransportError('unsupported', `Tickets cannot answer ${name}`)
      const { conversationId, older = '', newerThan = 0, limit } = input as Record<string, string>
      const range = `before=${older}&after=${newerThan}&limit=${Number(limit) + 1}` // one more, to see whether there is more
      const posts = await call<Post[]>(`/tickets/${own(conversationId).id}/posts?${range}`, signal)
      const items = posts.slice(0, Number(limit)).map(toMessage)
      return (posts.length > items.length ? { items, older: String(items.at(-1)?.order) } : { items }) as never
    },
  }
}
