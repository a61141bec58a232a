/** Whether a database is there. Opening it would make it, and nothing is made before there is something to keep. */
export const databaseExists = async (name: string): Promise<boolean> =>
  (await indexedDB.databases()).some((database) => database.name === name)
