import { createServer } from 'node:net'

/** Whether a server of this computer could listen there now. */
export function isFreePort(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', () => resolve(false))
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)))
  })
}

/** The first free port from `wanted` on that is not in `except`; says so when it is another one. */
export async function choosePort(wanted: number, what: string, except: readonly number[] = []): Promise<number> {
  for (let port = wanted; port < wanted + 50; port++) {
    if (except.includes(port) || !(await isFreePort(port))) continue
    if (port !== wanted) console.log(`Port ${wanted} is taken, so ${what} moves to ${port}.`)
    return port
  }
  throw new Error(`No port from ${wanted} to ${wanted + 49} is free for ${what}. Set APP_PORT and PORT to free ones.`)
}
