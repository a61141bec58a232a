import { type ChaosProxy, createChaosProxy } from '../../../packages/testkit/src/chaos-proxy.ts'
import { test as base } from './killable-server.ts'

/** As killable-server.ts, with a network between visitor and server that can be cut. Agents have a way around it. */
export const test = base.extend<{ readonly network: ChaosProxy }>({
  network: async ({ server }, use) => {
    const network = await createChaosProxy({ target: { port: Number(new URL(server.url).port) } })
    await use(network)
    await network.close()
  },
  host: async ({ host, network }, use) => {
    await use((options = {}) => host({ docent: `http://127.0.0.1:${network.port}`, ...options }))
  },
})
export const { expect } = test
