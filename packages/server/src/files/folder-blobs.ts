import { createReadStream } from 'node:fs'
import { mkdir, open, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import type { BlobStore } from './blob-store.ts'

/** Each blob is a file. It has its name only when it is complete, so a crash leaves nothing that looks whole. */
export function createFolderBlobs(folder: string): BlobStore {
  const pathOf = (id: string) => join(folder, id.slice(0, 2), id)
  return {
    async write(id, bytes) {
      const path = pathOf(id)
      const unfinished = `${path}.part`
      await mkdir(dirname(path), { recursive: true })
      try {
        await writeAll(unfinished, bytes)
        await rename(unfinished, path)
      } catch (error) {
        await rm(unfinished, { force: true })
        throw error
      }
    },
    async read(id, range) {
      const handle = await open(pathOf(id)).catch(ignoreMissing)
      return handle && (Readable.toWeb(createReadStream('', { fd: handle, ...range })) as ReadableStream<Uint8Array>)
    },
    delete: (id) => rm(pathOf(id), { force: true }),
  }
}

async function writeAll(path: string, bytes: AsyncIterable<Uint8Array>): Promise<void> {
  const handle = await open(path, 'w', 0o600)
  try {
    for await (const chunk of bytes) await handle.writeFile(chunk)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

function ignoreMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code === 'ENOENT') return undefined
  throw error
}
