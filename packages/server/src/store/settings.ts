import type { Database } from './store.ts'

/** A value made once per database. Several nodes may ask at the same time: all get the one that was stored first. */
export async function readOrCreateSetting(database: Database, key: string, create: () => string): Promise<string> {
  await database
    .insertInto('setting')
    .values({ key, value: create() })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const row = await database.selectFrom('setting').select('value').where('key', '=', key).executeTakeFirstOrThrow()
  return row.value
}
