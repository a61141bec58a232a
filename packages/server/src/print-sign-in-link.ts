import { withoutEmpty } from './base/json.ts'
import { createStartError } from './base/start-error.ts'
import { createSignInToken } from './identity/sign-in-links.ts'
import { resolveOptions } from './options/resolve-options.ts'
import type { ServerOptions } from './options/server-options.ts'
import { runningUrl } from './store/lock-data-folder.ts'
import { openStore } from './store/open-store.ts'

/** `docent-server sign-in-link`: works beside a running server, on the same database. */
export async function printSignInLink(given: ServerOptions, email: string | undefined): Promise<string> {
  const options = resolveOptions(given)
  const appId = options.apps[0]?.id
  if (appId === undefined) throw createStartError('config-invalid', 'No app is configured.')
  if (email !== undefined && !/^[^\s@]+@[^\s@]+$/.test(email)) {
    throw createStartError('option-invalid', `"${email}" is not an e-mail address.`)
  }
  const store = await openStore({ url: options.databaseUrl, log: options.log })
  try {
    const token = await createSignInToken(store, appId, withoutEmpty({ email }))
    const url = options.publicUrl ?? runningUrl(options.dataDir) ?? `http://${options.host}:${options.port}`
    return `${url}/inbox/#sign-in=${token}`
  } finally {
    await store.close()
  }
}
