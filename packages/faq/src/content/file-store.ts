import { keysWith, readOne, type Storage } from '@docent/core'
import type { HelpManifest } from '@docent/protocol'

/** What the device knows of a help centre. */
export interface KeptManifest {
  /** What the host named as the source: another one makes everything kept stale. */
  readonly source: string
  readonly base: string
  readonly manifest: HelpManifest
}

/** Files of the help centre on this device. Nothing is written before the visitor's own act, unless an earlier act was. */
export interface FileStore {
  manifest(): Promise<KeptManifest | undefined>
  read<T extends object>(name: string): Promise<T | undefined>
  put(name: string, file: object): Promise<void>
  /** The manifest is written last, in one transaction with the removal of files it does not name. */
  putManifest(kept: KeptManifest): Promise<void>
  /** The visitor has opened or searched the help centre: from now on it is kept. */
  allow(): void
}

const manifestKey = 'faq/manifest'
const fileKey = 'faq/file/'

export function createFileStore(storage: Storage, source: string): FileStore {
  let allowed = false
  const waiting = new Map<string, object>()
  const write = async (key: string, value: object): Promise<void> => {
    if (allowed) await storage.write([{ key, value }])
    else waiting.set(key, value)
  }
  return {
    async manifest() {
      const kept = await readOne<KeptManifest>(storage, manifestKey)
      if (kept?.source !== source) return undefined
      allowed = true
      return kept
    },
    read: async <T extends object>(name: string) =>
      (waiting.get(fileKey + name) as T | undefined) ?? readOne<T>(storage, fileKey + name),
    put: (name, file) => write(fileKey + name, file),
    async putManifest(kept) {
      if (!allowed) return void waiting.set(manifestKey, kept)
      const names = JSON.stringify(kept.manifest)
      const stale = (await storage.read(keysWith(fileKey))).filter(
        ([key]) => !names.includes(key.slice(fileKey.length)),
      )
      const gone = stale.map(([key]) => ({ key, value: undefined }))
      await storage.write([...gone, { key: manifestKey, value: kept }])
    },
    allow() {
      if (allowed) return
      allowed = true
      void storage.write([...waiting].map(([key, value]) => ({ key, value })))
      waiting.clear()
    },
  }
}
