import { withoutEmpty } from '../base/json.ts'
import { createStartError } from '../base/start-error.ts'
import type { ServerOptions } from './server-options.ts'

/** The options of `docent-server`. An empty variable counts as absent. */
export function optionsFromEnvironment(environment: Readonly<Record<string, string | undefined>>): ServerOptions {
  const read = (name: string) => environment[name]?.trim() || undefined
  return withoutEmpty({
    host: read('HOST'),
    port: readPort(read('PORT')),
    dataDir: read('DATA_DIR'),
    databaseUrl: read('DATABASE_URL'),
    configFile: read('DOCENT_CONFIG'),
    publicUrl: read('PUBLIC_URL'),
    inboxDir: read('INBOX_DIR'),
    cdnDir: read('CDN_DIR'),
    trustProxy: read('TRUST_PROXY') === undefined ? undefined : /^(1|true|yes)$/i.test(read('TRUST_PROXY') ?? ''),
  })
}

function readPort(value: string | undefined): number | undefined {
  if (value === undefined) return undefined
  if (!/^\d{1,5}$/.test(value))
    throw createStartError('option-invalid', `PORT: must be a number from 0 to 65535, not "${value}".`)
  return Number(value)
}
