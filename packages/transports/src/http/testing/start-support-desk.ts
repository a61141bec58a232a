import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { AgentVocabulary, Command, Id, Transport } from '@docent/protocol'
import { createServer } from '@docent/server'
import { type ChaosProxy, createChaosProxy } from '@docent/testkit/chaos-proxy'
import { agentHttp } from '../agent-http.ts'

/** The real server on a folder of its own, an agent who is signed in, and a network in front of the visitors. */
export interface SupportDesk {
  /** The visitors' way to the server: through {@link proxy}. */
  readonly url: string
  readonly proxy: ChaosProxy
  /** The agent's transport, which the proxy does not disturb. */
  readonly agent: Transport<AgentVocabulary>
  perform(command: Pick<Command<AgentVocabulary>, 'name' | 'input'>): Promise<unknown>
  agentSays(conversationId: Id, text: string): Promise<void>
  /** All of a conversation. */
  agentReads(conversationId: Id): Promise<void>
  close(): Promise<void>
}

export async function startSupportDesk(): Promise<SupportDesk> {
  const dataDir = await mkdtemp(join(tmpdir(), 'docent-transports-'))
  const server = await createServer({ dataDir, port: 0, log: () => {} })
  const proxy = await createChaosProxy({ target: { port: server.port } })
  const agent = agentHttp({ url: server.url, fetch: await signIn(server.url, await server.createSignInLink()) })
  const { signal } = new AbortController()
  const perform: SupportDesk['perform'] = ({ name, input }) =>
    agent.perform({ id: crypto.randomUUID(), createdAt: Date.now(), name, input } as Command<AgentVocabulary>, signal)
  return {
    url: `http://127.0.0.1:${proxy.port}`,
    proxy,
    agent,
    perform,
    async agentSays(conversationId, text) {
      const parts = [{ type: 'text', text, format: 'plain' }] as const
      await perform({ name: 'message-send', input: { conversationId, parts } })
    },
    async agentReads(conversationId) {
      const { items } = await agent.query('messages', { conversationId, limit: 1 }, signal)
      await perform({ name: 'conversation-read', input: { conversationId, upTo: items[0]?.order ?? 0 } })
    },
    async close() {
      await proxy.close()
      await server.close()
      await rm(dataDir, { recursive: true })
    },
  }
}

/** A browser keeps the agent's cookie; here the fetch that comes back does. */
async function signIn(url: string, link: string): Promise<typeof fetch> {
  const answer = await fetch(`${url}/v1/agent/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ link: link.split('sign-in=')[1] }),
  })
  if (!answer.ok) throw new Error(`The sign-in link was refused: ${await answer.text()}`)
  const cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? ''
  return (input, init = {}) => fetch(input, { ...init, headers: { ...init.headers, cookie } })
}
