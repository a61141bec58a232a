import { execFile, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** Why there is no Prosody to test against; `undefined` where there is. */
export const prosodyMissing = (): string | undefined =>
  (process.env.PATH ?? '').split(':').some((folder) => existsSync(join(folder, 'prosodyctl')))
    ? undefined
    : 'Prosody is not installed (Debian: apt-get install prosody)'

export interface Prosody {
  /** The WebSocket. */
  readonly url: string
  readonly port: number
  stop(): Promise<void>
}

/** Prosody, with anonymous visitors, rooms that remember, and `agent@localhost`, whose password is `secret`. */
export async function startProsody(): Promise<Prosody> {
  const folder = await mkdtemp(join(tmpdir(), 'docent-prosody-'))
  const port = await findFreePort()
  const config = join(folder, 'prosody.cfg.lua')
  await mkdir(join(folder, 'data'))
  await writeFile(config, configOf(folder, port))
  await run('prosodyctl', ['--config', config, 'register', 'agent', 'localhost', 'secret'])
  const server = spawn('prosody', ['--config', config], { stdio: 'ignore' })
  const ended = new Promise((resolve) => server.once('exit', resolve))
  const stop = async (): Promise<void> => {
    server.kill('SIGKILL')
    await ended
    await rm(folder, { recursive: true, force: true })
  }
  try {
    await untilAnswers(port, ended)
  } catch (error) {
    const log = await readFile(join(folder, 'log'), 'utf8').catch(() => '')
    await stop()
    throw new Error(`${String(error)}\n${log}`)
  }
  return { url: `ws://127.0.0.1:${port}/xmpp-websocket`, port, stop }
}

const configOf = (folder: string, port: number): string => `
run_as_root = true
pidfile = "${folder}/prosody.pid"
data_path = "${folder}/data"
daemonize = false
log = { info = "${folder}/log" }
modules_enabled = { "roster", "saslauth", "disco", "posix", "ping", "websocket", "presence", "message", "offline" }
modules_disabled = { "s2s", "tls" }
c2s_require_encryption = false
consider_websocket_secure = true
allow_unencrypted_plain_auth = true
http_ports = { ${port} }
http_interfaces = { "127.0.0.1" }
https_ports = {}
c2s_ports = {}
s2s_ports = {}
http_default_host = "localhost"
http_cors_override = { websocket = { enabled = true } }
VirtualHost "localhost"
  authentication = "internal_hashed"
VirtualHost "visitors.localhost"
  authentication = "anonymous"
Component "rooms.localhost" "muc"
  modules_enabled = { "muc_mam" }
  archive_expires_after = "never"
`

/** Asks until it answers, or has ended. */
async function untilAnswers(port: number, ended: Promise<unknown>): Promise<void> {
  let isOver = false
  void ended.then(() => {
    isOver = true
  })
  for (;;) {
    if (isOver) throw new Error('Prosody ended')
    const answer = await fetch(`http://127.0.0.1:${port}/xmpp-websocket`).catch(() => undefined)
    if (answer) return
    await new Promise(setImmediate)
  }
}

function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const socket = createServer()
    socket.once('error', reject)
    socket.listen(0, '127.0.0.1', () => {
      const address = socket.address()
      socket.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
