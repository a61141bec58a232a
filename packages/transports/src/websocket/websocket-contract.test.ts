import { transportContract } from '@docent/testkit'
import { describe, it } from 'vitest'
import { WebSocket } from 'ws'
import { serverCapabilities } from '../http/testing/server-capabilities.ts'
import { startSupportDesk } from '../http/testing/start-support-desk.ts'
import { websocket } from './websocket.ts'

transportContract(
  { describe, it },
  {
    name: 'websocket',
    capabilities: { ...serverCapabilities, linkBound: ['perform', 'query', 'upload', 'hint'] },
    patienceMs: 15_000,
    async open() {
      const desk = await startSupportDesk()
      return {
        transport: () => websocket({ url: desk.url, WebSocket: WebSocket as unknown as typeof globalThis.WebSocket }),
        agentSays: desk.agentSays,
        agentReads: desk.agentReads,
        cutLinks: desk.proxy.resetAll,
        close: desk.close,
      }
    },
  },
)
