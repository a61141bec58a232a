import type { VisitorEvent } from '@docent/protocol'
import { transportContract } from '@docent/testkit'
import { createChaosProxy } from '@docent/testkit/chaos-proxy'
import { describe, expect, it, vi } from 'vitest'
import { WebSocket } from 'ws'
import { connectAgent } from './testing/connect-agent.ts'
import { prosodyMissing, startProsody } from './testing/start-prosody.ts'
import { xmpp } from './xmpp.ts'

// The agent's client takes the platform's, and Node 20 has none.
vi.stubGlobal('WebSocket', WebSocket)

const missing = prosodyMissing()
if (missing && process.env.PROSODY_REQUIRED) throw new Error(missing)
if (missing) console.log(`XMPP: skipped. ${missing}`)

const transportTo = (port: number) =>
  xmpp({
    url: `ws://127.0.0.1:${port}/xmpp-websocket`,
    domain: 'visitors.localhost',
    rooms: 'rooms.localhost',
    team: ['agent@localhost'],
  })

async function open() {
  const prosody = await startProsody()
  const proxy = await createChaosProxy({ target: { port: prosody.port } })
  const agent = await connectAgent(prosody.url)
  return {
    agent,
    transport: () => transportTo(proxy.port),
    agentSays: agent.say,
    cutLinks: proxy.resetAll,
    async close() {
      await agent.leave()
      await proxy.close()
      await prosody.stop()
    },
  }
}

describe.skipIf(missing)(`against a real Prosody${missing ? ` (${missing})` : ''}`, () => {
  transportContract(
    { describe, it },
    { name: 'xmpp', capabilities: transportTo(0).capabilities, patienceMs: 15_000, open },
  )

  it('tells that the team types', async () => {
    const bench = await open()
    const ended = new AbortController()
    try {
      const events: VisitorEvent[] = []
      const told = new Promise<VisitorEvent>((resolve) => {
        const take = (batch: readonly VisitorEvent[]) => {
          events.push(...batch)
          const typing = events.find(({ type }) => type === 'typing-changed')
          if (typing) resolve(typing)
        }
        void bench
          .transport()
          .connect({ app: 'a' }, { events: take, lost: () => {} }, ended.signal)
          .then(({ state }) => bench.agent.compose((state as { conversationId: string }).conversationId))
      })
      expect(await told).toMatchObject({ typing: true, author: { kind: 'agent', name: 'Ada' } })
    } finally {
      ended.abort()
      await bench.close()
    }
  })
})
