import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { choosePort } from './free-port.ts'
import { readPort } from './read-port.ts'
import { loadTokenKey } from './token-key.ts'

afterEach(() => {
  vi.unstubAllEnvs()
  vi.restoreAllMocks()
})

describe('ports', () => {
  it('come from the environment, and are checked', () => {
    vi.stubEnv('APP_PORT', '4321')
    expect(readPort('APP_PORT', 4000)).toBe(4321)
    vi.stubEnv('APP_PORT', '')
    expect(readPort('APP_PORT', 4000)).toBe(4000)
    vi.stubEnv('APP_PORT', '70000')
    expect(() => readPort('APP_PORT', 4000)).toThrow(/APP_PORT is "70000".*1 to 65535/)
  })

  it('move on when one is taken, and say so', async () => {
    const log = vi.spyOn(console, 'log').mockImplementation(() => {})
    const server = await listen()
    const address = server.address()
    const taken = typeof address === 'object' && address ? address.port : 0
    const chosen = await choosePort(taken, 'Paperlane', [taken + 1])
    expect(chosen).toBeGreaterThan(taken + 1)
    expect(log).toHaveBeenCalledWith(`Port ${taken} is taken, so Paperlane moves to ${chosen}.`)
    await new Promise((done) => server.close(done))
  })
})

describe('the shared key', () => {
  it('is made once, for its owner only', () => {
    const folder = mkdtempSync(join(tmpdir(), 'paperlane-'))
    const key = loadTokenKey(folder)
    expect(Buffer.from(key, 'base64url')).toHaveLength(32)
    expect(loadTokenKey(folder)).toBe(key)
    expect(statSync(join(folder, 'docent-token-key')).mode & 0o077).toBe(0)
    writeFileSync(join(folder, 'docent-token-key'), 'my-own-key\n')
    expect(loadTokenKey(folder)).toBe('my-own-key')
    rmSync(folder, { recursive: true })
  })
})

function listen(): Promise<Server> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => resolve(server))
  })
}
