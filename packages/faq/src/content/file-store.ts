import { readOne, type Storage, type Write } from '@docent/core'
import type { Located } from '@docent/core/content'

/** What the device knows of a help centre. */
export interface KeptManifest extends Located {
  /** What the host named as the source: another one makes everything kept stale. */
  readonly source: string
}

/** Files of the help centre on this device. Nothing is written before the visitor's own act, unless an earlier act was. */
export interface FileStore {
  manifest(): Promise<KeptManifest | undefined>
  read<T extends object>(name: string): Promise<T | undefined>
  put(name: string, file: object): Promise<void>
  /** The manifest is written last; where it replaces another, in one transaction with the removal of files it does not name. */
  putManifest(manifest: Located): Promise<void>
  /** The visitor has opened or searched the help centre: from now on it is kept. */
  allow(): void
}

export const manifestKey = 'faq/manifest'
export const fileKey = 'faq/file/'

export function createFileStore(storage: Storage, source: string): FileStore {
  /** Until the visitor's act. */
  let waiting: Write[] | undefined = []
  let isRenewed = false
  const write = async (key: string, value: object): Promise<void> => {
    if (waiting) waiting.push({ key, value })
    else await storage.write([{ key, value }])
  }
  const allow = (): void => {
    if (waiting?.length) void storage.write(waiting)
    waiting = undefined
  }
  return {
    allow,
    async manifest() {
      const kept = await readOne<KeptManifest>(storage, manifestKey)
      isRenewed = kept !== undefined
      if (kept?.source !== source) return undefined
      allow()
      return kept
    },
    read: <T extends object>(name: string) => readOne<T>(storage, fileKey + name),
    put: (name, file) => write(fileKey + name, file),
    async putManifest(located) {
      const kept = { source, ...located }
      if (isRenewed && !waiting) await (await import('./replace-files.ts')).replaceFiles(storage, kept)
      else await write(manifestKey, kept)
    },
  }
}
