import { type Cursor, isObject, type Sink, type SocketCall, TransportError } from '@docent/protocol'
import { createDeadline } from '../http/deadline.ts'
import type { Door } from '../http/door.ts'
import { toFailure } from '../http/failure.ts'
import { createPendingCalls } from './pending-calls.ts'
import { tellEvents } from './tell-events.ts'

/** The server is never silent for longer, in ms: it sends empty frames between events. */
const silenceTimeoutMs = 45_000
/** No socket takes longer to open. */
const openTimeoutMs = 15_000

export interface SocketRequest {
  /** What stands in front of `socket` in its address; may be relative to the page. */
  readonly base: string
  readonly WebSocket: typeof WebSocket
  /** Ends the socket. */
  readonly signal: AbortSignal
  readonly sink: Sink<never>
}

export interface OpenSocket extends Pick<Door, 'call'> {
  /** From now on events after the cursor go to the sink, and so does the loss of the socket. */
  listen(after: Cursor): void
  /** Without telling a loss. */
  close(): void
}

/** Opens a socket to docent-server. Rejects with a `TransportError`. */
export async function openSocket(request: SocketRequest): Promise<OpenSocket> {
  const { base, sink, signal } = request
  const socket = await open(request, addressOf(base))
  const calls = createPendingCalls((frame: SocketCall) => socket.send(JSON.stringify(frame)))
  const tell = tellEvents(sink)
  let isListening = false
  const deadline = createDeadline(signal, silenceTimeoutMs)
  const end = (error: TransportError): void => {
    deadline.signal.removeEventListener('abort', onDeadline)
    deadline.end()
    socket.onclose = null
    socket.onmessage = null
    socket.close()
    calls.fail(error)
    if (isListening && !signal.aborted) sink.lost(error)
    isListening = false
  }
  const onDeadline = (): void => end(new TransportError('timeout', 'The server is silent', { outcome: 'unknown' }))
  deadline.signal.addEventListener('abort', onDeadline)
  socket.onclose = () => end(lost())
  socket.onmessage = ({ data }) => {
    deadline.extend(silenceTimeoutMs)
    const frame = parse(data)
    if (typeof frame.id === 'number') calls.settle(frame.id, Number(frame.status), frame.body)
    else if (isListening) tell(frame)
  }
  return {
    call: calls.call,
    listen(after) {
      if (signal.aborted) return
      isListening = true
      calls.call('events', signal, { after }).catch((cause) => end(toFailure(cause)))
      if (socket.readyState !== socket.OPEN) end(lost())
    },
    close: () => end(lost()),
  }
}

const lost = (): TransportError => new TransportError('unavailable', 'The socket was closed', { outcome: 'unknown' })

function addressOf(base: string): string {
  const address = new URL(`${base}socket`, globalThis.location?.href)
  address.protocol = address.protocol.replace('http', 'ws')
  return address.href
}

async function open({ WebSocket, signal }: SocketRequest, address: string): Promise<WebSocket> {
  const deadline = createDeadline(signal, openTimeoutMs)
  if (signal.aborted) throw new TransportError('timeout', 'Ended before it began')
  const socket = new WebSocket(address)
  try {
    await new Promise<void>((resolve, reject) => {
      deadline.signal.addEventListener('abort', () => reject(new TransportError('timeout', 'The socket did not open')))
      socket.onopen = () => resolve()
      // An error says nothing that its close does not say.
      socket.onerror = () => {}
      socket.onclose = () => reject(new TransportError('unavailable', 'The socket was refused'))
    })
    return socket
  } catch (error) {
    socket.close()
    throw error
  } finally {
    deadline.end()
  }
}

/** What is not a frame is an empty one. */
function parse(data: unknown): Record<string, unknown> {
  try {
    const frame = JSON.parse(String(data))
    return isObject(frame) ? frame : {}
  } catch {
    return {}
  }
}
