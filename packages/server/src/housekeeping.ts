import type { Id } from '@docent/protocol'
import type { Log } from './base/log.ts'
import { handOver } from './commands/bot-turns.ts'
import { changeStatus } from './commands/change-status.ts'
import type { BlobStore } from './files/blob-store.ts'
import { getConversation } from './records/conversations.ts'
import type { Store } from './store/store.ts'

interface Housekeeping {
  readonly store: Store
  readonly log: Log
  readonly appIds: readonly Id[]
  readonly blobs: BlobStore
  /** Tells visitors what nobody else tells: the office opened, or there is a new help centre. */
  tell(appId: Id): Promise<unknown>
  readonly retention: { readonly days: number; readonly events: number }
}

const dayMs = 24 * 60 * 60_000
const cleanEveryMs = 60 * 60_000
const wakeEveryMs = 15_000
const sweepEveryMs = 60_000
const tellEveryMs = 60_000
/** A message may wait that long in an outbox without network after its file has arrived. */
const unsentFileDays = 3

/** Wakes snoozed conversations and clears away what is old. Returns how to stop. */
export function startHousekeeping(options: Housekeeping): () => void {
  const attempt = (work: () => Promise<void>) => () =>
    void work().catch((error) => options.log('warn', 'Housekeeping failed and is tried again later.', error))
  const clean = attempt(() => cleanUp(options))
  const wake = attempt(() => wakeSnoozed(options.store))
  const rescue = attempt(() => rescueFromBots(options.store))
  const sweep = attempt(() => sweepFiles(options))
  const tell = attempt(async () => void (await Promise.all(options.appIds.map(options.tell))))
  clean()
  tell()
  wake()
  sweep()
  const timers = [
    setInterval(tell, tellEveryMs),
    setInterval(clean, cleanEveryMs),
    setInterval(wake, wakeEveryMs),
    setInterval(sweep, sweepEveryMs),
    setInterval(rescue, sweepEveryMs),
  ]
  return () => timers.forEach(clearInterval)
}

export async function cleanUp({
  store,
  appIds,
  retention,
}: Pick<Housekeeping, 'store' | 'appIds' | 'retention'>): Promise<void> {
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

/** A bot that says nothing more for so long has ended with its node. */
const botPatienceMs = 3 * 60_000

/** Hands over conversations whose bot never answered, because the server ended meanwhile. */
export async function rescueFromBots(store: Store, now = Date.now()): Promise<void> {
  const before = now - botPatienceMs
  const waiting = await store.database
    .selectFrom('conversation')
    .select(['id', 'app_id'])
    .where('bot', '=', 1)
    .where('message_count', '>', 0)
    .where('changed_at', '<', before)
    .where(({ eb, or, exists, selectFrom }) =>
      or([
        eb('waiting_since', 'is not', null),
        exists(
          selectFrom('message')
            .select('message.id')
            .whereRef('message.conversation_id', '=', 'conversation.id')
            .where('message.state', '=', 'streaming'),
        ),
      ]),
    )
    .limit(500)
    .execute()
  for (const { id, app_id: appId } of waiting) await store.write(appId, (unit) => handOver(unit, id))
}

/** Removes files that were deleted, and those that nobody sent. */
export async function sweepFiles({ store, blobs }: Pick<Housekeeping, 'store' | 'blobs'>): Promise<void> {
  const gone = await store.database
    .selectFrom('upload')
    .select(['id', 'app_id'])
    .where(({ eb, or, and }) =>
      or([
        eb('deleted_at', 'is not', null),
        and([eb('conversation_id', 'is', null), eb('created_at', '<', Date.now() - unsentFileDays * dayMs)]),
      ]),
    )
    .limit(500)
    .execute()
  for (const { id, app_id: appId } of gone) {
    const isDeleted = await store.write(appId, async ({ database, now }) => {
      const row = await database
        .updateTable('upload')
        .set({ deleted_at: now })
        .where('id', '=', id)
        .where(({ eb, or }) => or([eb('deleted_at', 'is not', null), eb('conversation_id', 'is', null)]))
        .returning('id')
        .executeTakeFirst()
      return row !== undefined
    })
    if (!isDeleted) continue
    await blobs.delete(id)
    await store.write(appId, ({ database }) => database.deleteFrom('upload').where('id', '=', id).execute())
  }
}
