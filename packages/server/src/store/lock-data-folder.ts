import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import LibSql from 'libsql'
import { createStartError } from '../base/start-error.ts'

export interface FolderLock {
  /** Leaves a word for whoever tries to start a second server. */
  describe(text: string): void
  release(): void
}

/**
 * One server per data folder. The lock is the operating system's, held through an SQLite transaction on a file of its own:
 * it ends with the process, however that ends, so it is never stale.
 */
export function lockDataFolder(folder: string): FolderLock {
  const note = join(folder, 'running.txt')
  let database: InstanceType<typeof LibSql>
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    database = new LibSql(join(folder, 'server.lock'))
  } catch (error) {
    throw createStartError(
      'data-folder-unusable',
      `The data folder ${folder} cannot be written. Set DATA_DIR to one that can.`,
      error,
    )
  }
  try {
    database.exec('PRAGMA locking_mode = EXCLUSIVE')
    database.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    database.close()
    const holder = readNote(note)
    const message = `Another docent-server${holder} uses the data folder ${folder}. Stop it, or set DATA_DIR to another folder.`
    throw createStartError('data-folder-in-use', message, error)
  }
  return {
    describe: (text) => writeFileSync(note, `${text}\n`),
    release() {
      rmSync(note, { force: true })
      database.close()
    },
  }
}

/** Where the server that uses the folder answers, while one does. */
export const runningUrl = (folder: string): string | undefined =>
  /https?:\S+[^)\s]/.exec(readNote(join(folder, 'running.txt')))?.[0]

function readNote(file: string): string {
  try {
    return ` (${readFileSync(file, 'utf8').trim()})`
  } catch {
    return ''
  }
}
