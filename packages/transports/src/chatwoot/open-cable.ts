import { isObject, TransportError } from '@docent/protocol'
import { withinTime } from '../adapt/within-time.ts'
import { createDeadline } from '../http/deadline.ts'

export interface CableOptions {
  /** Of Chatwoot. */
  readonly url: string
  readonly WebSocket: typeof WebSocket
  readonly pubsubToken: string
  /** Ends the cable. */
  readonly signal: AbortSignal
  onEvent(event: string, data: Readonly<Record<string, unknown>>): void
  onEnd(error: TransportError): void
}

/** The server pings every 3 seconds. */
const silenceTimeoutMs = 15_000
/** Chatwoot shows a contact as online for 20 seconds after each. */
const presenceEveryMs = 20_000

/** Subscribes to what happens to one contact: ActionCable, `actioncable-v1-json`. Resolves when it is confirmed. */
export function openCable(options: CableOptions): Promise<void> {
  const { url, WebSocket, pubsubToken, signal, onEvent, onEnd } = options
  const address = new URL(`${url.replace(/\/$/, '')}/cable`)
  address.protocol = address.protocol.replace('http', 'ws')
  const identifier = JSON.stringify({ channel: 'RoomChannel', pubsub_token: pubsubToken })
  const socket = new WebSocket(address.href, 'actioncable-v1-json')
  const deadline = createDeadline(signal, silenceTimeoutMs)
  const send = (frame: object): void => socket.send(JSON.stringify({ ...frame, identifier }))
  const presence = setInterval(() => {
    if (socket.readyState === socket.OPEN)
      send({ command: 'message', data: JSON.stringify({ action: 'update_presence' }) })
  }, presenceEveryMs)

  const confirmed = new Promise<void>((resolve, reject) => {
    let isOver = false
    const end = (error: TransportError): void => {
      if (isOver) return
      isOver = true
      clearInterval(presence)
      deadline.end()
      socket.onmessage = null
      socket.close()
      reject(error)
      onEnd(error)
    }
    deadline.signal.addEventListener('abort', () => end(new TransportError('timeout', 'Chatwoot is silent')))
    // A close follows each error, and says as little.
    socket.onerror = () => {}
    socket.onclose = () => end(new TransportError('unavailable', 'The connection to Chatwoot was closed'))
    socket.onmessage = ({ data }) => {
      deadline.extend(silenceTimeoutMs)
      const { type, message } = parse(data)
      if (type === 'welcome') send({ command: 'subscribe' })
      else if (type === 'confirm_subscription') resolve()
      else if (type === 'reject_subscription')
        end(new TransportError('auth-rejected', 'Chatwoot does not know this contact'))
      else if (type === 'disconnect') end(new TransportError('unavailable', 'Chatwoot ended the connection'))
      else if (isObject(message) && isObject(message.data)) onEvent(String(message.event), message.data)
    }
  })
  return withinTime(confirmed, signal)
}

/** What is not a frame is an empty one. */
function parse(data: unknown): Readonly<Record<string, unknown>> {
  try {
    const frame = JSON.parse(String(data))
    return isObject(frame) ? frame : {}
  } catch {
    return {}
  }
}
