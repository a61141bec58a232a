import { type CommandId, type FileRef, type Id, maxUploadBytes, TransportError } from '@docent/protocol'
import { randomId } from '../base/ids.ts'
import { findUpload, insertUpload, type UploadRow, usedBytes } from '../records/uploads.ts'
import type { Store } from '../store/store.ts'
import type { BlobStore } from './blob-store.ts'
import type { FileLinks } from './file-links.ts'

export interface Uploading {
  readonly store: Store
  readonly blobs: BlobStore
  readonly links: FileLinks
  readonly appId: Id
  /** The visitor or agent who sends it. */
  readonly ownerId: Id
  /** All that the owner may have stored here, in bytes. */
  readonly quotaBytes: number
}
export interface UploadRequest {
  readonly commandId: CommandId
  readonly index: number
  readonly name: string
  readonly mime: string
  readonly body: AsyncIterable<Uint8Array>
}

/** Stores a file, once per command and index: sent again, it is answered with what is there. */
export async function takeUpload(uploading: Uploading, request: UploadRequest): Promise<FileRef> {
  const { store, blobs, links, ownerId, quotaBytes } = uploading
  const known = await findUpload(store.database, ownerId, request)
  if (known) return links.refer(known.id)
  const id = randomId()
  const left = quotaBytes - (await usedBytes(store.database, ownerId))
  const body = limit(request.body, Math.min(left, maxUploadBytes), quotaBytes)
  try {
    await blobs.write(id, body.chunks)
    const row = await record(uploading, request, id, body.size())
    if (row.id !== id) await blobs.delete(id)
    return links.refer(row.id)
  } catch (error) {
    await blobs.delete(id)
    throw error
  }
}

/** Another request may have stored the same file, or filled the quota, while this one was read. */
function record({ store, appId, ownerId, quotaBytes }: Uploading, request: UploadRequest, id: Id, bytes: number) {
  return store.write(appId, async (unit): Promise<UploadRow> => {
    const known = await findUpload(unit.database, ownerId, request)
    if (known) return known
    if ((await usedBytes(unit.database, ownerId)) + bytes > quotaBytes) throw tooLarge(quotaBytes)
    const { commandId, index, name, mime } = request
    return await insertUpload(unit, { id, ownerId, commandId, index, name, mime, bytes })
  })
}

/** What is too much is read and dropped for a while: a browser that is cut off while it sends never sees the refusal. */
const patienceBytes = 2 * maxUploadBytes

function limit(body: AsyncIterable<Uint8Array>, maxBytes: number, quotaBytes: number) {
  let size = 0
  async function* read() {
    for await (const chunk of body) {
      size += chunk.byteLength
      if (size <= maxBytes) yield chunk
      else if (size > maxBytes + patienceBytes) break
    }
    if (size > maxBytes) throw tooLarge(quotaBytes)
  }
  return { chunks: read(), size: () => size }
}

const megabyte = 1024 * 1024
const tooLarge = (quotaBytes: number) =>
  new TransportError(
    'too-large',
    Number.isFinite(quotaBytes)
      ? `Files of one visitor have at most ${Math.floor(quotaBytes / megabyte)} MB together. Send a smaller one, or a link.`
      : `A file has at most ${maxUploadBytes / megabyte} MB. Send a smaller one, or a link.`,
  )
