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
      agentSays: desk.agentSays,
      agentReads: desk.agentReads,
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
