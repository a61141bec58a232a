import { readOne, type Storage, type Write } from './storage.ts'

/** How often everything in a storage was ended, by a sign-out. Belongs to nobody. */
export const endingsKey = 'endings'

export interface OwnedStorage extends Pick<Storage, 'read' | 'write'> {
  /** How often everything had been ended when it began. */
  readonly endings: number
  /** All of it. */
  readonly shared: Storage
}

export const endingsOf = async (shared: Storage): Promise<number> =>
  ((await readOne(shared, endingsKey)) ?? 0) as number

/** What the storage must hold for nothing to have been ended since. */
export const endingsAt = (endings: number): Write => ({
  key: endingsKey,
  value: (endings || undefined) as Write['value'],
})

/**
 * One owner's part of a storage that everyone in this browser shares: no key of another owner, or of before the last sign-out,
 * can be named through it ('' is the owner of what is nobody's yet). Once everything was ended, perhaps by another tab, nothing is written through it any more.
 * @param ended Called when a write was refused, perhaps for that.
 */
export function ownedStorage(shared: Storage, owner: string, endings: number, ended: () => void): OwnedStorage {
  const prefix = `${endings}/${encodeURIComponent(owner)}/`
  const own = ({ key, value }: Write): Write => ({ key: prefix + key, value })
  return {
    ...{ endings, shared },
    async read({ from, to }, limit) {
      const found = await shared.read({ from: prefix + from, to: prefix + to }, limit)
      return found.map(([key, value]) => [key.slice(prefix.length), value])
    },
    async write(batch, ...expected) {
      const isWritten = await shared.write(batch.map(own), ...expected.map(own), endingsAt(endings))
      if (!isWritten) ended()
      return isWritten
    },
  }
}
