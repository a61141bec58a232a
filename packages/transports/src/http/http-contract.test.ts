import { type TransportHarness, transportContract } from '@docent/testkit'
import { describe, it } from 'vitest'
import { http } from './http.ts'
import { serverCapabilities } from './testing/server-capabilities.ts'
import { startSupportDesk } from './testing/start-support-desk.ts'

const harness = (name: string, fetch: typeof globalThis.fetch): TransportHarness => ({
  name,
  capabilities: serverCapabilities,
  patienceMs: 15_000,
  async open() {
    const desk = await startSupportDesk()
    return {
      transport: () => http({ url: desk.url, fetch }),
      async agentSays(conversationId, text) {
        const parts = [{ type: 'text', text, format: 'plain' }] as const
        await desk.perform({ name: 'message-send', input: { conversationId, parts } })
      },
      async agentReads(conversationId) {
        const { signal } = new AbortController()
        const { items } = await desk.agent.query('messages', { conversationId, limit: 1 }, signal)
        await desk.perform({ name: 'conversation-read', input: { conversationId, upTo: items[0]?.order ?? 0 } })
      },
      cutLinks: desk.proxy.resetAll,
      close: desk.close,
    }
  },
})

/** A platform whose fetch does not read streams. */
const withoutStreams: typeof fetch = async (input, init) => {
  const path = String(input)
  if (path.includes('/v1/events') && !path.includes('wait=')) return new Response(null)
  return fetch(input, init)
}

transportContract({ describe, it }, harness('http', fetch))
transportContract({ describe, it }, harness('http by long polls', withoutStreams))
