import { type Capabilities, TransportError } from '@docent/protocol'
import { type AdaptedTransport, adapt } from '../adapt/adapt.ts'
import { textChat } from '../adapt/capabilities.ts'
import { type ContactState, createClientApi } from './client-api.ts'
import { openContact } from './open-contact.ts'

export interface ChatwootOptions {
  /** `https://app.chatwoot.com`, or your own. */
  readonly url: string
  /** The identifier of an inbox of the kind "API". */
  readonly inbox: string
  /** Default: the platform's. */
  readonly fetch?: typeof fetch
  /** Default: the platform's. Node 20 has none: `import { WebSocket } from 'ws'`. */
  readonly WebSocket?: typeof WebSocket
}

/** An `echo_id` comes back in the event, but is not kept, so a message whose answer was lost cannot be found again. */
const capabilities: Capabilities = {
  ...textChat,
  commands: ['conversation-start', 'message-send', 'conversation-read', 'conversation-close'],
  hints: ['typing'],
  conversations: 'many',
}

/**
 * The transport to Chatwoot by its public client API, with events by its ActionCable. The team answers in Chatwoot.
 * @example chatwoot({ url: 'https://chat.acme.com', inbox: 'xQ1…' })
 */
export function chatwoot(options: ChatwootOptions): AdaptedTransport {
  const { url, inbox, fetch = globalThis.fetch, WebSocket = globalThis.WebSocket } = options
  const api = createClientApi({ url, inbox, fetch })
  return adapt({
    name: 'chatwoot',
    capabilities,
    async open(session, sink, signal) {
      if (session.getToken)
        throw new TransportError(
          'auth-rejected',
          'The Chatwoot transport knows anonymous visitors only: identify() without a token',
        )
      const state = await api.enter(session.state as ContactState | undefined, signal)
      return openContact({ api, url, WebSocket, state, sink, signal })
    },
  })
}
