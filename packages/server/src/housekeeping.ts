import type { Id } from '@docent/protocol'
import type { Log } from './base/log.ts'
import { changeStatus } from './commands/change-status.ts'
import { getConversation } from './records/conversations.ts'
import type { Store } from './store/store.ts'

interface Housekeeping {
  readonly store: Store
  readonly log: Log
  readonly appIds: readonly Id[]
  readonly retention: { readonly days: number; readonly events: number }
}

const dayMs = 24 * 60 * 60_000
const cleanEveryMs = 60 * 60_000
const wakeEveryMs = 15_000

/** Wakes snoozed conversations and clears away what is old. Returns how to stop. */
export function startHousekeeping(options: Housekeeping): () => void {
  const attempt = (work: () => Promise<void>) => () =>
    void work().catch((error) => options.log('warn', 'Housekeeping failed and is tried again later.', error))
  const clean = attempt(() => cleanUp(options))
  const wake = attempt(() => wakeSnoozed(options.store))
  clean()
  wake()
  const timers = [setInterval(clean, cleanEveryMs), setInterval(wake, wakeEveryMs)]
  return () => timers.forEach(clearInterval)
}

export async function cleanUp({ store, appIds, retention }: Omit<Housekeeping, 'log'>): Promise<void> {
  const now = Date.now()
  const before = now - retention.days * dayMs
  for (const appId of appIds) {
    await store.prune(appId, before, retention.events)
    await store.write(appId, async ({ database }) => {
      await database.deleteFrom('command').where('created_at', '<', before).execute()
      await database.deleteFrom('agent_session').where('expires_at', '<', now).execute()
      await database.deleteFrom('sign_in_link').where('expires_at', '<', now).execute()
    })
  }
}

export async function wakeSnoozed(store: Store): Promise<void> {
  const due = await store.database
    .selectFrom('conversation')
    .select(['id', 'app_id'])
    .where('status', '=', 'snoozed')
    .where('snoozed_until', '<=', Date.now())
    .limit(500)
    .execute()
  for (const { id, app_id: appId } of due) {
    await store.write(appId, async (unit) => {
      const row = await getConversation(unit.database, appId, id)
      if (row.status === 'snoozed' && (row.snoozed_until ?? 0) <= unit.now) await changeStatus(unit, row, 'open')
    })
  }
}
