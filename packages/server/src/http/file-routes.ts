import { TransportError } from '@docent/protocol'
import { type Context, Hono } from 'hono'
import type { ByteRange } from '../files/blob-store.ts'
import type { UploadRow } from '../records/uploads.ts'
import { findFile } from '../records/uploads.ts'
import type { Services } from './services.ts'

/**
 * Shown where it stands; all else is downloaded. Nothing of these can run a script, whatever the file really holds: the type is
 * not guessed, and the answer is sandboxed.
 */
const shownTypes = /^(image\/(png|jpeg|gif|webp|avif)|(video|audio)\/(mp4|webm|ogg|mpeg|wav)|text\/plain)$/

/** `GET /v1/files/:id`: a file, for whoever has an address that is signed and not too old. */
export function createFileRoutes({ store, blobs, fileLinks }: Services) {
  const routes = new Hono()
  routes.get('/:id', async (context) => {
    const id = context.req.param('id')
    const expiresAt = Number(context.req.query('expires'))
    if (!fileLinks.verify(id, expiresAt, context.req.query('signature') ?? '')) {
      throw new TransportError('forbidden', 'This address of a file ran out or was changed. Ask for a new one.')
    }
    const row = await findFile(store.database, id)
    const range = row && readRange(context.req.header('range'), row.bytes)
    const body = row && (await blobs.read(id, range))
    if (!row || !body) throw new TransportError('not-found', 'The file is gone.')
    describe(context, row, expiresAt)
    context.header('content-length', String(range ? range.end - range.start + 1 : row.bytes))
    if (range) context.header('content-range', `bytes ${range.start}-${range.end}/${row.bytes}`)
    return context.body(body, range ? 206 : 200)
  })
  return routes
}

function describe(context: Context, { mime, name }: UploadRow, expiresAt: number): void {
  const isShown = shownTypes.test(mime)
  const seconds = Math.max(0, Math.floor((expiresAt - Date.now()) / 1000))
  context.header('content-type', isShown ? mime : 'application/octet-stream')
  context.header('content-disposition', `${isShown ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeName(name)}`)
  context.header('content-security-policy', "default-src 'none'; sandbox")
  context.header('cross-origin-resource-policy', 'cross-origin')
  context.header('referrer-policy', 'no-referrer')
  context.header('cache-control', `private, max-age=${seconds}, immutable`)
  context.header('accept-ranges', 'bytes')
}

const encodeName = (name: string) =>
  encodeURIComponent(Buffer.from(name).toString()).replaceAll(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16)}`,
  )

/** One stretch, as players of video ask for it. What is not understood is answered with the whole. */
function readRange(header: string | undefined, size: number): ByteRange | undefined {
  const [, first, last] = /^bytes=(\d*)-(\d*)$/.exec(header ?? '') ?? []
  if (first === undefined || (first === '' && last === '')) return undefined
  const start = first === '' ? Math.max(0, size - Number(last)) : Number(first)
  const end = first === '' || last === '' ? size - 1 : Math.min(Number(last), size - 1)
  return start <= end ? { start, end } : undefined
}
