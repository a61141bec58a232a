import { type FileRef, TransportError, type Upload } from '@docent/protocol'
import { createDeadline } from './deadline.ts'
import type { DoorOptions } from './door.ts'
import { errorOf, toFailure } from './failure.ts'

/** A file that makes no headway for so long, in ms, is given up for now. */
const stallMs = 60_000

interface Answer {
  readonly status: number
  readonly body: string
}

/** Sends a file for `POST /v1/uploads`. Rejects with nothing but a `TransportError`. Loaded with the first file. */
export async function sendFile(
  access: DoorOptions,
  upload: Upload,
  signal: AbortSignal,
  refused?: string,
): Promise<FileRef> {
  const { base, credentials, authorize } = access
  const { commandId: command, index, name, file } = upload
  const query = new URLSearchParams({ command, index: String(index), name, ...(file.type && { type: file.type }) })
  try {
    const token = await authorize?.(refused)
    const headers = { 'content-type': 'application/octet-stream', ...(token && { authorization: `Bearer ${token}` }) }
    const send = typeof XMLHttpRequest === 'undefined' ? sendByFetch(access) : sendByRequest
    const { status, body } = await send(`${base}uploads?${query}`, credentials, headers, upload, signal)
    const answer = parse(body)
    if (status >= 200 && status < 300 && answer?.id) return answer as FileRef
    const failure = errorOf(status, answer?.error)
    if (failure.code === 'auth-expired' && token && !refused) return await sendFile(access, upload, signal, token)
    throw failure
  } catch (cause) {
    throw toFailure(cause)
  }
}

type Send = (
  url: string,
  credentials: RequestCredentials,
  headers: Record<string, string>,
  upload: Upload,
  signal: AbortSignal,
) => Promise<Answer>

/** In browsers: `fetch` does not tell how much has been sent. */
const sendByRequest: Send = (url, credentials, headers, { file, onProgress }, signal) => {
  const deadline = createDeadline(signal, stallMs)
  const request = new XMLHttpRequest()
  return new Promise<Answer>((resolve, reject) => {
    const fail = (code: 'timeout' | 'unavailable', message: string) => () =>
      reject(new TransportError(code, message, { outcome: 'unknown' }))
    request.open('POST', url)
    request.withCredentials = credentials === 'include'
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value)
    request.upload.onprogress = ({ loaded }) => {
      deadline.extend(stallMs)
      onProgress?.(Math.min(loaded, file.size), file.size)
    }
    request.onload = () => resolve({ status: request.status, body: request.responseText })
    request.onerror = fail('unavailable', 'The connection broke while the file was sent')
    request.onabort = fail('timeout', 'Sending the file was ended')
    deadline.signal.addEventListener('abort', () => request.abort(), { once: true })
    if (signal.aborted) fail('timeout', 'Sending the file was ended')()
    else request.send(file)
  }).finally(() => deadline.end())
}

/** Where there is no other way, as in Node: told when it is done. */
const sendByFetch =
  ({ fetch }: DoorOptions): Send =>
  async (url, credentials, headers, { file, onProgress }, signal) => {
    const response = await fetch(url, { method: 'POST', credentials, headers, body: file, signal })
    const body = await response.text()
    if (response.ok) onProgress?.(file.size, file.size)
    return { status: response.status, body }
  }

function parse(body: string) {
  try {
    return JSON.parse(body)
  } catch {
    return undefined
  }
}
