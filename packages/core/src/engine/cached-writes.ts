import { cachePrefix, keysWith, type Storage, type Write } from '../storage/storage.ts'

/** What deletes all that is cached of the backend's. */
export const cachedWrites = async (storage: Storage): Promise<readonly Write[]> =>
  (await storage.read(keysWith(cachePrefix))).map(([key]) => ({ key, value: undefined }))
