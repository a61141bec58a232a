import type { AgentVocabulary, Hello, Transport } from '@docent/protocol'
import { createCalls } from './calls.ts'
import { createDoor } from './door.ts'
import { followEvents } from './follow-events.ts'

export interface AgentHttpOptions {
  /** Where the server is. Default: where the page came from; the agent's cookie is sent nowhere else. */
  readonly url?: string
  /** Default: the platform's. */
  readonly fetch?: typeof fetch
}

/**
 * The agents' transport to Docent's own server, for a page that the server itself delivers. Who is signed in is known by a
 * cookie; where nobody is, `connect` rejects with `auth-rejected`.
 * @example const link = createLink({ transport: agentHttp(), … })
 */
export function agentHttp({ url = '', fetch = globalThis.fetch }: AgentHttpOptions = {}): Transport<AgentVocabulary> {
  const door = createDoor({ fetch, base: url.replace(/\/?$/, '/v1/agent/'), credentials: 'same-origin' })
  const streams = { blocked: false }
  return {
    name: 'agent-http',
    ...createCalls<AgentVocabulary>(door),
    async connect(session, sink, signal) {
      const path = session.cursor ? `session?cursor=${encodeURIComponent(session.cursor)}` : 'session'
      const { capabilities, cursor: after, resumed, serverNow } = await door.call<AgentSessionAnswer>(path, signal)
      // One macrotask later, so that `connect` has resolved before the first event.
      setTimeout(() => followEvents({ door, sink, signal, after, streams }))
      return { capabilities, resumed, cursor: after, serverNow }
    },
  }
}

/** The part of `GET /v1/agent/session` that a connection needs. */
type AgentSessionAnswer = Required<Omit<Hello, 'state'>>
