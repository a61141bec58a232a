import type { Transport } from '@docent/protocol'
import type { TransportHarness } from '@docent/testkit'
import { memoryCapabilities } from '../capabilities.ts'
import { createMemoryBackend } from '../memory-backend.ts'

/** The memory backend as the contract suite wants it; `change` makes something else of its transports. */
export const memoryHarness = (
  options: Partial<TransportHarness> = {},
  change: (transport: Transport) => Transport = (transport) => transport,
): TransportHarness => ({
  name: 'memory',
  capabilities: memoryCapabilities,
  async open() {
    const backend = createMemoryBackend()
    return {
      transport: () => change(backend.transport()),
      agentSays: async (conversationId, text) => void backend.agentSays(conversationId, text),
      agentReads: async (conversationId) => backend.agentReads(conversationId),
      cutLinks: backend.dropLinks,
      close: async () => backend.dropLinks(),
    }
  },
  ...options,
})
