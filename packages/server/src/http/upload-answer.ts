import { Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'
import { type FileRef, TransportError } from '@docent/protocol'
import type { Context } from 'hono'
import { z } from 'zod'
import { parseInput } from '../commands/command-definition.ts'
import { maxFileNameLength, maxIdLength, maxPartsPerMessage } from '../commands/limits.ts'
import { words } from '../commands/shared-schemas.ts'
import { takeUpload, type Uploading } from '../files/take-upload.ts'
import type { Services } from './services.ts'

const schema = z.object({
  command: words(maxIdLength),
  index: z.coerce.number().int().min(0).max(maxPartsPerMessage),
  name: words(maxFileNameLength),
  type: words(maxFileNameLength).exactOptional(),
})
const mimePattern = /^[\w.+-]+\/[\w.+-]+$/

/** `POST /v1/uploads?command=&index=&name=&type=`: the body is the file, read as it comes. */
export async function answerUpload(
  context: Context,
  { store, blobs, fileLinks }: Services,
  owner: Pick<Uploading, 'appId' | 'ownerId' | 'quotaBytes'>,
): Promise<FileRef> {
  const { command: commandId, index, name, type = '' } = parseInput(schema, context.req.query())
  const { body } = context.req.raw
  if (!body) throw new TransportError('invalid', 'The body must be the file; it is empty.')
  const [mime = ''] = type.toLowerCase().split(/\s*;/)
  return await takeUpload(
    { store, blobs, links: fileLinks, ...owner },
    {
      commandId,
      index,
      name: baseName(name),
      mime: mimePattern.test(mime) ? mime : 'application/octet-stream',
      body: Readable.fromWeb(body as ReadableStream<Uint8Array>),
    },
  )
}

/** Without folders, and without characters that turn or hide what a name says. */
const baseName = (name: string): string =>
  (name.split(/[\\/]/).at(-1) ?? '').replaceAll(/[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '').trim() || 'file'
