import type { VisitorRecord } from './server-records.ts'
import type { Tab, World } from './world.ts'

/** Who a tab is to the server: also where another tab of the same browser is connected for it. */
export function visitorOf({ server }: World, tab: Tab): VisitorRecord | undefined {
  if (tab.signedId !== undefined) return [...server.visitors.values()].find(({ signedId }) => signedId === tab.signedId)
  const ids = tab.device.tabs
    .filter(({ signedId, transport }) => signedId === undefined && transport.connected())
    .map(({ transport }) => transport.visitorId())
  return server.visitors.get(ids[0] ?? tab.transport.visitorId() ?? '')
}
