import { readFile } from 'node:fs/promises'
import { transportContract } from '@docent/testkit'
import { describe, expect, it } from 'vitest'
import { createBreakableFetch } from './testing/breakable-fetch.ts'
import { createTicketSystem } from './ticket-system.ts'
import { ticketCapabilities, tickets } from './tickets.ts'
import { ticketsByPolling } from './tickets-by-polling.ts'

const url = 'https://tickets.example'

/** A ticket system without any ticket, and the hands on its other side. */
async function open() {
  const system = createTicketSystem()
  const network = createBreakableFetch(system.answer)
  return {
    fetch: network.fetch,
    agentSays: async (conversationId: string, text: string) => system.agentSays(conversationId, text),
    cutLinks: network.cut,
    close: async () => system.close(),
  }
}

transportContract(
  { describe, it },
  {
    name: 'tickets',
    capabilities: ticketCapabilities,
    async open() {
      const { fetch, ...bench } = await open()
      return { ...bench, transport: () => tickets({ url, fetch }) }
    },
  },
)

transportContract(
  { describe, it },
  {
    name: 'tickets by polling',
    capabilities: ticketsByPolling(url).capabilities,
    async open() {
      const { fetch, ...bench } = await open()
      return { ...bench, transport: () => ticketsByPolling(url, fetch, 5) }
    },
  },
)

describe('the guides', () => {
  it.each([
    ['docs/guides/transports/write-your-own.md', ['tickets.ts']],
    ['docs/guides/transports/poll.md', ['tickets-by-polling.ts']],
  ])('%s shows the code as it is', async (page, files) => {
    const text = await readFile(new URL(`../../${page}`, import.meta.url), 'utf8')
    for (const file of files) expect(text).toContain(await readFile(new URL(file, import.meta.url), 'utf8'))
  })
})
