import { readFile } from 'node:fs/promises'
import { transportContract } from '@docent/testkit'
import { describe, expect, it } from 'vitest'
import { createTicketSystem } from './ticket-system.ts'
import { ticketCapabilities, tickets } from './tickets.ts'

transportContract(
  { describe, it },
  {
    name: 'tickets, the example of the README',
    capabilities: ticketCapabilities,
    async open() {
      const system = createTicketSystem()
      return {
        transport: () => tickets({ url: 'https://tickets.example', fetch: system.fetch }),
        agentSays: async (conversationId, text) => system.agentSays(conversationId, text),
        cutLinks: system.cutLinks,
        close: async () => system.close(),
      }
    },
  },
)

describe('the README', () => {
  it('shows the example as it is', async () => {
    const [readme, example] = await Promise.all(
      ['../../README.md', './tickets.ts'].map((path) => readFile(new URL(path, import.meta.url), 'utf8')),
    )
    expect(readme).toContain(example)
  })
})
