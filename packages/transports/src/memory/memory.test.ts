import { transportContract } from '@docent/testkit'
import { describe, it } from 'vitest'
import { memoryCapabilities } from './capabilities.ts'
import { createMemoryBackend } from './memory-backend.ts'

transportContract(
  { describe, it },
  {
    name: 'memory',
    capabilities: memoryCapabilities,
    async open() {
      const backend = createMemoryBackend()
      return {
        transport: backend.transport,
        agentSays: async (conversationId, text) => void backend.agentSays(conversationId, text),
        agentReads: async (conversationId) => backend.agentReads(conversationId),
        cutLinks: backend.dropLinks,
        close: async () => backend.dropLinks(),
      }
    },
  },
)
