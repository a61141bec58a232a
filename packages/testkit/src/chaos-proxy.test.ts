import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type ChaosProxy, createChaosProxy } from './chaos-proxy.ts'

let echo: Server
let proxy: ChaosProxy
let received = ''

beforeEach(async () => {
  received = ''
  echo = createServer((socket) => {
    socket.on('error', () => {})
    socket.on('data', (bytes) => {
      received += bytes.toString()
      socket.write(bytes)
    })
  })
  await new Promise<void>((resolve) => echo.listen(0, '127.0.0.1', resolve))
  proxy = await createChaosProxy({ target: { port: (echo.address() as AddressInfo).port } })
})
afterEach(async () => {
  await proxy.close()
  await new Promise((resolve) => echo.close(resolve))
})

async function dial(): Promise<Socket> {
  const socket = connect(proxy.port, '127.0.0.1')
  socket.on('error', () => {})
  await once(socket, 'connect')
  return socket
}
const hear = async (socket: Socket): Promise<string> => String((await once(socket, 'data'))[0])
const lossOf = (socket: Socket): Promise<string> =>
  new Promise((resolve) => {
    socket.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message))
    socket.once('end', () => resolve('end'))
  })

describe('createChaosProxy', () => {
  it('passes bytes through both ways and counts them', async () => {
    const socket = await dial()
    socket.write('hello')
    expect(await hear(socket)).toBe('hello')
    expect(proxy.counters).toEqual({ connections: 1, up: 5, down: 5 })
    expect(proxy.links()).toBe(1)
  })

  it('holds bytes back for the latency and keeps their order under jitter', async () => {
    let draw = 0
    const random = (): number => [1, 0, 0.5, 0][draw++ % 4] ?? 0
    const jittery = await createChaosProxy({ target: { port: (echo.address() as AddressInfo).port }, random })
    jittery.disturb('down', { latencyMs: 60, jitterMs: 30 })
    const socket = connect(jittery.port, '127.0.0.1')
    socket.on('error', () => {})
    const startedAt = performance.now()
    let heard = ''
    socket.on('data', (bytes) => {
      heard += String(bytes)
    })
    for (const letter of 'abcd') {
      const before = received.length
      socket.write(letter)
      while (received.length === before) await new Promise(setImmediate)
    }
    while (heard.length < 4) await new Promise(setImmediate)
    expect(heard).toBe('abcd')
    expect(performance.now() - startedAt).toBeGreaterThanOrEqual(59)
    await jittery.close()
  })

  it('limits the speed', async () => {
    proxy.disturb('up', { bytesPerSecond: 10_000 })
    const socket = await dial()
    const startedAt = performance.now()
    socket.write('x'.repeat(1000))
    await hear(socket)
    expect(performance.now() - startedAt).toBeGreaterThanOrEqual(95)
  })

  it('swallows bytes while the connection stays open', async () => {
    const socket = await dial()
    proxy.disturb('up', { swallows: true })
    socket.write('lost')
    while (proxy.counters.up < 4) await new Promise(setImmediate)
    proxy.heal()
    socket.write('heard')
    expect(await hear(socket)).toBe('heard')
    expect(received).toBe('heard')
  })

  it('cuts a connection after so many bytes', async () => {
    proxy.disturb('up', { cutAfterBytes: 3 })
    const socket = await dial()
    const lost = lossOf(socket)
    socket.write('abcdef')
    expect(await lost).toBe('ECONNRESET')
    expect(received).toBe('abc')
  })

  it('refuses new connections until healed', async () => {
    proxy.refuse()
    const refused = connect(proxy.port, '127.0.0.1')
    expect(await lossOf(refused)).toBe('ECONNRESET')
    expect(proxy.counters.connections).toBe(0)
    proxy.heal()
    const socket = await dial()
    socket.write('again')
    expect(await hear(socket)).toBe('again')
  })

  it('resets or ends what is open', async () => {
    const losses = [lossOf(await dial()), lossOf(await dial())]
    while (proxy.links() < 2) await new Promise(setImmediate)
    proxy.resetAll()
    expect(await Promise.all(losses)).toEqual(['ECONNRESET', 'ECONNRESET'])
    const polite = await dial()
    while (proxy.links() < 1) await new Promise(setImmediate)
    const end = lossOf(polite)
    proxy.finishAll()
    expect(await end).toBe('end')
  })
})
