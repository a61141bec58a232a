/** A stretch of bytes, both ends included. */
export interface ByteRange {
  readonly start: number
  readonly end: number
}

/**
 * Where the bytes of files are: a folder by default. Several nodes need one that all of them reach, a shared folder or an
 * object store behind these three functions.
 */
export interface BlobStore {
  /** Durable once resolved. When `bytes` breaks off, nothing stays and the error is passed on. */
  write(id: string, bytes: AsyncIterable<Uint8Array>): Promise<void>
  /** `undefined`: there is no such blob. */
  read(id: string, range?: ByteRange): Promise<ReadableStream<Uint8Array> | undefined>
  /** Fine when there is none. */
  delete(id: string): Promise<void>
}
