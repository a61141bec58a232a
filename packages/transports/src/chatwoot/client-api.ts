import { type Conversation, type Id, isObject, type Message, TransportError } from '@docent/protocol'
import { createCall, type Explanation } from '../adapt/create-call.ts'
import { toConversation, toMessage, type WireConversation, type WireMessage } from './wire.ts'

/** What brings a visitor back. A type and not an interface, so that it is data. */
export type ContactState = { readonly sourceId: string; readonly pubsubToken: string }

export interface ApiSettings {
  readonly url: string
  readonly inbox: string
  readonly fetch: typeof fetch
}

/** `/public/api/v1/inboxes/…`: what a visitor may ask of Chatwoot. */
export interface ClientApi {
  /** A new contact, or one that Chatwoot still knows. */
  enter(known: ContactState | undefined, signal: AbortSignal): Promise<ContactState>
  /** The calls of one contact. */
  of(state: ContactState): ContactApi
}
export interface ContactApi {
  conversations(signal: AbortSignal): Promise<Conversation[]>
  start(signal: AbortSignal): Promise<Id>
  /** At most 20, newest first. */
  messages(conversationId: Id, before: number | undefined, signal: AbortSignal): Promise<Message[]>
  send(conversationId: Id, text: string, echoId: string, signal: AbortSignal): Promise<Message>
  /** All that was said until now. */
  read(conversationId: Id, signal: AbortSignal): Promise<void>
  resolve(conversationId: Id, signal: AbortSignal): Promise<void>
  type(conversationId: Id, typing: boolean, signal: AbortSignal): Promise<void>
}

const explain = (body: unknown): Explanation | undefined => {
  const said = isObject(body) ? (body.message ?? body.error) : undefined
  return typeof said === 'string' ? { message: said } : undefined
}

export function createClientApi({ url, inbox, fetch }: ApiSettings): ClientApi {
  const base = `${url.replace(/\/$/, '')}/public/api/v1/inboxes/${encodeURIComponent(inbox)}/contacts`
  const call = createCall({ url: base, fetch, explain })
  return {
    async enter(known, signal) {
      if (known) {
        await call(`/${known.sourceId}`, { signal }).catch((error: TransportError) => {
          throw error.code === 'not-found'
            ? new TransportError('auth-rejected', 'Chatwoot does not know this contact')
            : error
        })
        return known
      }
      const made = await call<{ source_id?: string; pubsub_token?: string }>('', { signal, body: {} })
      if (!made?.source_id || !made.pubsub_token) throw new TransportError('protocol', 'Chatwoot made no contact')
      return { sourceId: made.source_id, pubsubToken: made.pubsub_token }
    },
    of({ sourceId }) {
      const root = `/${encodeURIComponent(sourceId)}/conversations`
      const path = (id: Id, what: string): string => `${root}/${encodeURIComponent(id)}/${what}`
      return {
        async conversations(signal) {
          const list = await call<WireConversation[]>(root, { signal })
          return list.map(toConversation).sort((a, b) => b.changedAt - a.changedAt || Number(b.id) - Number(a.id))
        },
        start: async (signal) => String((await call<{ id: number }>(root, { signal, body: {} })).id),
        async messages(id, before, signal) {
          const query = before === undefined ? '' : `?before=${before}`
          return (await call<WireMessage[]>(path(id, 'messages') + query, { signal })).map(toMessage).reverse()
        },
        send: async (id, content, echo_id, signal) =>
          toMessage({
            ...(await call<WireMessage>(path(id, 'messages'), { signal, body: { content, echo_id } })),
            echo_id,
          }),
        read: (id, signal) => call(path(id, 'update_last_seen'), { signal, body: {} }),
        resolve: (id, signal) => call(path(id, 'toggle_status'), { signal, body: {} }),
        type: (id, typing, signal) =>
          call(`${path(id, 'toggle_typing')}?typing_status=${typing ? 'on' : 'off'}`, { signal, body: {} }),
      }
    },
  }
}
