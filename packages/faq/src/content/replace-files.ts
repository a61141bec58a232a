import { keysWith, type Storage } from '@docent/core'
import { fileKey, type KeptManifest, manifestKey } from './file-store.ts'

/** Puts a manifest in the place of another, and takes away the files that it does not name. Few visits find a new one. */
export async function replaceFiles(storage: Storage, kept: KeptManifest): Promise<void> {
  const names = JSON.stringify(kept.manifest)
  const stale = (await storage.read(keysWith(fileKey))).filter(([key]) => !names.includes(key.slice(fileKey.length)))
  const gone = stale.map(([key]) => ({ key, value: undefined }))
  await storage.write([...gone, { key: manifestKey, value: kept }])
}
