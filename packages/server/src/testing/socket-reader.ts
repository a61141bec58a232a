import { WebSocket } from 'ws'

type Frame = Readonly<Record<string, unknown>>

/** A socket to `/v1/socket`, in the hands of a test. */
export interface SocketReader {
  readonly socket: WebSocket
  readonly frames: readonly Frame[]
  /** Sends a call, resolves with its answer. */
  call(path: string, body?: unknown): Promise<Frame>
  send(data: string | Buffer): void
  until(matches: (frame: Frame) => boolean): Promise<Frame>
  /** Resolves with the code when it is closed. */
  readonly closed: Promise<number>
}

export async function openSocket(url: string, options: { origin?: string; path?: string; autoPong?: boolean } = {}) {
  const { path = '/v1/socket', ...rest } = options
  const socket = new WebSocket(url.replace('http', 'ws') + path, rest)
  const frames: Frame[] = []
  const waiting = new Set<() => void>()
  const closed = new Promise<number>((resolve) => socket.once('close', resolve))
  socket.on('message', (data) => {
    frames.push(JSON.parse(String(data)))
    for (const look of [...waiting]) look()
  })
  const until: SocketReader['until'] = (matches) =>
    new Promise((resolve, reject) => {
      const look = () => {
        const found = frames.find(matches)
        if (!found) return
        waiting.delete(look)
        resolve(found)
      }
      waiting.add(look)
      void closed.then((code) => reject(new Error(`Closed with ${code}`)))
      look()
    })
  let calls = 0
  await new Promise((resolve, reject) => {
    socket.once('open', resolve)
    socket.once('error', reject)
  })
  const reader: SocketReader = {
    socket,
    frames,
    closed,
    until,
    send: (data) => socket.send(data),
    call(callPath, body = {}) {
      const id = ++calls
      socket.send(JSON.stringify({ id, path: callPath, body }))
      return until((frame) => frame.id === id)
    },
  }
  return reader
}
