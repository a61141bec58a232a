import { TransportError } from '@docent/protocol'
import { toFailure } from '../http/failure.ts'
import type { XmlElement } from './element.ts'
import { parseXml } from './parse-xml.ts'

export interface FramesOptions {
  readonly url: string
  readonly WebSocket: typeof WebSocket
  /** Ends them. */
  readonly signal: AbortSignal
  /** They have ended, for whatever reason; told once. */
  onEnd(error: TransportError): void
}

/** The frames of a WebSocket, each one element. */
export interface Frames {
  /** Resolves when frames can be sent. */
  readonly opened: Promise<void>
  send(frame: string): void
  /** The next element; those that came before wait. */
  next(): Promise<XmlElement>
  /** From now on elements go here. */
  listen(take: (element: XmlElement) => void): void
  end(error: TransportError): void
}

export function openFrames({ url, WebSocket, signal, onEnd }: FramesOptions): Frames {
  const socket = new WebSocket(url, 'xmpp')
  const waiting: XmlElement[] = []
  let take = (element: XmlElement): void => void waiting.push(element)
  let failure: TransportError | undefined
  let fail: (error: TransportError) => void = () => {}

  const end = (error: TransportError): void => {
    if (failure) return
    failure = error
    signal.removeEventListener('abort', onAbort)
    socket.onmessage = null
    socket.close()
    fail(error)
    onEnd(error)
  }
  const onAbort = (): void => {
    if (socket.readyState === socket.OPEN) socket.send("<close xmlns='urn:ietf:params:xml:ns:xmpp-framing'/>")
    end(closed())
  }
  signal.addEventListener('abort', onAbort)
  // A close follows each error, and says as little.
  socket.onerror = () => {}
  socket.onclose = () => end(closed())
  socket.onmessage = ({ data }) => {
    try {
      take(parseXml(String(data)))
    } catch (error) {
      end(toFailure(error))
    }
  }
  return {
    opened: new Promise((resolve, reject) => {
      fail = reject
      socket.onopen = () => resolve()
    }),
    send(frame) {
      if (failure) throw failure
      socket.send(frame)
    },
    next: () =>
      new Promise((resolve, reject) => {
        const first = waiting.shift()
        if (first) return resolve(first)
        if (failure) return reject(failure)
        fail = reject
        take = (element) => {
          take = (next) => void waiting.push(next)
          resolve(element)
        }
      }),
    listen(handle) {
      take = handle
      for (const element of waiting.splice(0)) handle(element)
    },
    end,
  }
}

const closed = (): TransportError =>
  new TransportError('unavailable', 'The connection to the XMPP server was closed', { outcome: 'unknown' })
