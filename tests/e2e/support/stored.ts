import type { Page } from '@playwright/test'

/** Everything that the page's origin keeps in IndexedDB, each entry as `key value`. */
export function storedEntries(page: Page): Promise<readonly string[]> {
  return page.evaluate(async () => {
    const done = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result)
        request.onerror = () => reject(request.error)
      })
    const entries: string[] = []
    for (const { name = '' } of await indexedDB.databases()) {
      const database = await done(indexedDB.open(name))
      for (const store of database.objectStoreNames) {
        const objects = database.transaction(store).objectStore(store)
        const [keys, values] = await Promise.all([done(objects.getAllKeys()), done(objects.getAll())])
        keys.forEach((key, index) => void entries.push(`${JSON.stringify(key)} ${JSON.stringify(values[index])}`))
      }
      database.close()
    }
    return entries
  })
}
