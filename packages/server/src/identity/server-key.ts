import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { randomSecret } from '../base/ids.ts'
import { createStartError } from '../base/start-error.ts'
import { readOrCreateSetting } from '../store/settings.ts'
import type { Store } from '../store/store.ts'

/**
 * What access tokens are signed with. Beside a libSQL file it lies in the data folder, readable by its owner only; nodes that
 * share a PostgreSQL share the key through it, because a visitor's next request may reach another node.
 */
export async function loadServerKey(store: Store, dataDir: string): Promise<Uint8Array> {
  if (store.kind === 'postgres')
    return Buffer.from(await readOrCreateSetting(store.database, 'server-key', randomSecret))
  const file = join(dataDir, 'server.key')
  try {
    if (!existsSync(file)) writeFileSync(file, randomSecret(), { mode: 0o600 })
    chmodSync(file, 0o600)
    const key = readFileSync(file)
    if (key.length >= 32) return key
  } catch (error) {
    throw createStartError(
      'data-folder-unusable',
      `The key ${file} cannot be read or written. Check who owns the folder.`,
      error,
    )
  }
  throw createStartError(
    'data-folder-unusable',
    `The key ${file} is damaged. Delete it: visitors then get a new token by themselves.`,
  )
}
