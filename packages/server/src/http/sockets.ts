import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { maxCommandBytes, maxCommandsPerBatch } from '@docent/protocol'
import { type WebSocket, WebSocketServer } from 'ws'
import { type AnswerCall, serveSocket } from './serve-socket.ts'

export interface Sockets {
  /** What a request to upgrade becomes: a socket at `/v1/socket`, a plain 404 elsewhere. */
  upgrade(request: IncomingMessage, stream: Duplex, head: Buffer): void
  /** Says goodbye to every socket; those that do not hear it are cut. */
  close(): Promise<void>
}

export interface SocketOptions {
  /** Answers a call as if it had come as a request of its own. */
  readonly answer: AnswerCall
  /** How often a socket must show that it lives, in ms. */
  readonly keepAliveMs: number
}

const path = '/v1/socket'
const goingAway = 1001
const farewellMs = 500
/** As much as one `POST /v1/commands` may hold. */
const maxFrameBytes = maxCommandsPerBatch * maxCommandBytes * 2

/** WebSockets of visitors, without compression: it costs memory per connection and saves little on short frames. */
export function createSockets({ answer, keepAliveMs }: SocketOptions): Sockets {
  const server = new WebSocketServer({ noServer: true, maxPayload: maxFrameBytes, perMessageDeflate: false })
  return {
    upgrade(request, stream, head) {
      // A peer that resets while it is being refused is nobody's concern; unheard, it would end the process.
      stream.on('error', () => {})
      if (request.url?.split('?')[0] !== path) {
        stream.end('HTTP/1.1 404 Not Found\r\nConnection: close\r\nContent-Length: 0\r\n\r\n')
        return
      }
      server.handleUpgrade(request, stream, head, (socket) => {
        cutWhenSilent(socket, keepAliveMs)
        serveSocket({ socket, request, answer })
      })
    },
    async close() {
      const sockets = [...server.clients]
      const closed = sockets.map((socket) => new Promise((resolve) => socket.once('close', resolve)))
      for (const socket of sockets) socket.close(goingAway)
      const patience = setTimeout(() => {
        for (const socket of sockets) socket.terminate()
      }, farewellMs)
      await Promise.all(closed)
      clearTimeout(patience)
    },
  }
}

/** A socket that answers no ping before the next is half open: it would count as a visitor who is there. */
function cutWhenSilent(socket: WebSocket, everyMs: number): void {
  let isAlive = true
  const timer = setInterval(() => {
    if (!isAlive) return socket.terminate()
    isAlive = false
    socket.ping()
  }, everyMs)
  const hear = () => {
    isAlive = true
  }
  socket.on('pong', hear)
  socket.on('message', hear)
  socket.once('close', () => clearInterval(timer))
}
