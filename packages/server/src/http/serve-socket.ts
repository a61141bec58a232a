import type { IncomingMessage } from 'node:http'
import { isObject, type SocketAnswer, type SocketCall, TransportError } from '@docent/protocol'
import type { WebSocket } from 'ws'
import { statusOf, toWireError } from '../base/wire-error.ts'

/** @param upgrade the request that became the socket: whose address it is. */
export type AnswerCall = (request: Request, upgrade: IncomingMessage) => Promise<Response>

interface ServedSocket {
  readonly socket: WebSocket
  readonly request: IncomingMessage
  readonly answer: AnswerCall
}

const policyViolation = 1008
const tryAgain = 1013
/** Without a session by then, a socket is closed. */
const sessionTimeoutMs = 10_000
const maxCallsAtOnce = 64
const callPath = /^(session|commands|hints|queries\/[\w-]{1,50})$/

/**
 * A second door to the routes under `/v1`: each call of the socket is answered as a request of its own, with the access token of
 * the session that was opened on it. So limits, checks and errors are the same, and written once.
 */
export function serveSocket({ socket, request, answer }: ServedSocket): void {
  const refuseSilence = setTimeout(() => socket.close(policyViolation, 'no session'), sessionTimeoutMs)
  const ended = new AbortController()
  let token = ''
  let visitorId: unknown
  let running = 0
  let listening = false

  const ask = (path: string, body?: unknown) => answer(toRequest(request, path, token, ended.signal, body), request)
  const say = (frame: SocketAnswer) => socket.send(JSON.stringify(frame))
  const adopt = (session: unknown) => {
    if (!isObject(session) || !isObject(session.visitor)) return
    // Whoever listens as one visitor does not go on as another.
    if (listening && session.visitor.id !== visitorId) return socket.close(policyViolation, 'another visitor')
    token = String(session.accessToken)
    visitorId = session.visitor.id
    clearTimeout(refuseSilence)
  }
  const perform = async ({ id, path, body }: SocketCall) => {
    if (path === 'events' && !listening) {
      const after = isObject(body) ? String(body.after ?? '') : ''
      const response = await ask(`events?after=${encodeURIComponent(after)}`)
      if (!response.ok || !response.body) return say({ id, status: response.status, body: await bodyOf(response) })
      listening = true
      say({ id, status: 200 })
      void forward(socket, response.body)
      return
    }
    if (!callPath.test(path)) throw new TransportError('not-found', `A socket has no call "${path.slice(0, 50)}".`)
    const response = await ask(path, body)
    const answered = await bodyOf(response)
    if (path === 'session' && response.ok) adopt(answered)
    say({ id, status: response.status, ...(answered !== undefined && { body: answered }) })
  }
  socket.on('message', async (data, isBinary) => {
    const call = isBinary ? undefined : parseCall(String(data))
    if (!call) return socket.close(policyViolation, 'not a call')
    if (running >= maxCallsAtOnce)
      return refuse(call, new TransportError('rate-limited', tooMany, { retryAfterMs: 1000 }))
    running += 1
    try {
      await perform(call)
    } catch (error) {
      refuse(call, error)
    } finally {
      running -= 1
    }
  })
  const refuse = ({ id }: SocketCall, thrown: unknown) => {
    const error = toWireError(thrown)
    say({ id, status: statusOf(error.code), body: { error } })
  }
  socket.on('error', () => socket.terminate())
  socket.once('close', () => {
    clearTimeout(refuseSilence)
    ended.abort()
  })
}

const tooMany = `At most ${maxCallsAtOnce} calls may wait for their answers. Send the rest after these.`

function parseCall(text: string): SocketCall | undefined {
  try {
    const { id, path, body } = JSON.parse(text)
    return typeof id === 'number' && typeof path === 'string' ? { id, path, body } : undefined
  } catch {
    return undefined
  }
}

function toRequest({ headers }: IncomingMessage, path: string, token: string, signal: AbortSignal, body?: unknown) {
  const forwarded = headers['x-forwarded-for']
  return new Request(`http://socket/v1/${path}`, {
    signal,
    headers: {
      ...(token !== '' && { authorization: `Bearer ${token}` }),
      ...(headers.origin !== undefined && { origin: headers.origin }),
      ...(forwarded !== undefined && { 'x-forwarded-for': String(forwarded) }),
      'content-type': 'application/json',
    },
    ...(body !== undefined && { method: 'POST', body: JSON.stringify(body) }),
  })
}

const bodyOf = (response: Response): Promise<unknown> => response.json().catch(() => undefined)

/** Every event of the stream as a frame; a keep-alive becomes an empty one. A slow reader slows the stream, not the server. */
async function forward(socket: WebSocket, stream: ReadableStream<Uint8Array>): Promise<void> {
  const decoder = new TextDecoder()
  let rest = ''
  try {
    for await (const chunk of stream as unknown as AsyncIterable<Uint8Array>) {
      const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n')
      rest = lines.pop() ?? ''
      for (const line of lines) {
        if (line.startsWith('data:')) await send(socket, line.slice(5))
        else if (line.startsWith(':')) await send(socket, '{"events":[]}')
      }
    }
  } catch {
    // The socket is gone, or the stream broke: either way the visitor connects anew.
  }
  socket.close(tryAgain)
}

const send = (socket: WebSocket, text: string): Promise<void> =>
  new Promise((resolve, reject) => socket.send(text, (error) => (error ? reject(error) : resolve())))
