import { resolve } from 'node:path'
import { maxUploadBytes } from '@docent/protocol'
import { consoleLog } from '../base/log.ts'
import { createStartError } from '../base/start-error.ts'
import { createFolderBlobs } from '../files/folder-blobs.ts'
import { checkApps } from './check-apps.ts'
import { readConfigFile } from './read-config-file.ts'
import type { ServerOptions } from './server-options.ts'

export type ResolvedOptions = ReturnType<typeof resolveOptions>

/** Checks what was given and fills in the rest. */
export function resolveOptions(options: ServerOptions) {
  const port = options.port ?? 4100
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw createStartError('option-invalid', `port: must be a number from 0 to 65535, not ${String(options.port)}.`)
  }
  const { databaseUrl, publicUrl } = options
  if (databaseUrl !== undefined && !/^(postgres(ql)?:\/\/|file:)/.test(databaseUrl)) {
    throw createStartError(
      'option-invalid',
      'databaseUrl: must begin with postgres:// or file:. Leave it out for a file in the data folder.',
    )
  }
  if (publicUrl !== undefined && !URL.canParse(publicUrl)) {
    throw createStartError('option-invalid', 'publicUrl: must be an address such as https://support.acme.com.')
  }
  const dataDir = resolve(options.dataDir ?? '.data/docent')
  return {
    host: options.host ?? '127.0.0.1',
    port,
    dataDir,
    databaseUrl: databaseUrl ?? `file:${resolve(dataDir, 'docent.db')}`,
    apps:
      options.apps === undefined
        ? (readConfigFile(options.configFile, dataDir) ?? [{ id: 'default' }])
        : checkApps(options.apps, 'apps', 'option-invalid'),
    publicUrl: publicUrl?.replace(/\/+$/, ''),
    inboxDir: options.inboxDir,
    cdnDir: options.cdnDir,
    trustProxy: options.trustProxy ?? false,
    blobs: options.blobs ?? createFolderBlobs(resolve(dataDir, 'files')),
    limits: {
      commandsPerMinute: options.limits?.commandsPerMinute ?? 600,
      requestsPerMinute: options.limits?.requestsPerMinute ?? 6000,
      sessionsPerMinute: options.limits?.sessionsPerMinute ?? 600,
      signInsPerMinute: options.limits?.signInsPerMinute ?? 10,
      uploadsPerMinute: options.limits?.uploadsPerMinute ?? 60,
      uploadBytesPerVisitor: options.limits?.uploadBytesPerVisitor ?? maxUploadBytes,
    },
    retention: { days: options.retention?.days ?? 30, events: options.retention?.events ?? 500_000 },
    keepAliveMs: options.keepAliveMs ?? 15_000,
    presenceGraceMs: options.presenceGraceMs ?? 4000,
    log: options.log ?? consoleLog,
  }
}
