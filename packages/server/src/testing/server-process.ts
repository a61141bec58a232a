import { type ChildProcess, spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Cleanup } from './test-server.ts'

export interface ServerProcess {
  /** Resolves with the address when it answers; rejects with what it said when it ends instead. */
  readonly url: Promise<string>
  /** Everything it printed. */
  output(): string
  kill(signal: NodeJS.Signals): Promise<number | null>
  readonly exit: Promise<number | null>
}

const bin = fileURLToPath(new URL('../bin.ts', import.meta.url))
const nodeArguments = ['--conditions=source', '--import', import.meta.resolve('tsx'), bin]

/** `docent-server` from source as a process of its own. `limitFileBytes`: a disk that is full from there on. */
export function startServerProcess(
  cleanup: Cleanup,
  environment: Record<string, string>,
  limitFileBytes?: number,
  commandLine: readonly string[] = [],
): ServerProcess {
  const command = [process.execPath, ...nodeArguments, ...commandLine]
  const limited = `trap '' XFSZ; ulimit -f ${Math.ceil((limitFileBytes ?? 0) / 512)}; exec "$0" "$@"`
  const options = { env: { PATH: process.env.PATH, HOME: process.env.HOME, PORT: '0', ...environment } }
  const child: ChildProcess =
    limitFileBytes === undefined
      ? spawn(process.execPath, command.slice(1), options)
      : spawn('/bin/sh', ['-c', limited, ...command], options)
  let said = ''
  const exit = new Promise<number | null>((resolve) => child.once('exit', resolve))
  const url = new Promise<string>((resolve, reject) => {
    const hear = (chunk: Buffer) => {
      said += chunk.toString()
      const address = /answers at (\S+)/.exec(said)?.[1]
      if (address !== undefined) resolve(address)
    }
    child.stdout?.on('data', hear)
    child.stderr?.on('data', hear)
    void exit.then((code) => reject(new Error(`It ended with ${code}: ${said}`)))
  })
  url.catch(() => {})
  const kill = (signal: NodeJS.Signals) => {
    child.kill(signal)
    return exit
  }
  cleanup(async () => {
    await kill('SIGKILL')
  })
  return { url, output: () => said, kill, exit }
}
