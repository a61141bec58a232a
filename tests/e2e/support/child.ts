import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join, resolve } from 'node:path'

export const root = resolve(import.meta.dirname, '../../..')

export interface Child {
  /** What it printed until it was ready, by the groups of the pattern. */
  readonly printed: readonly string[]
  stop(signal?: NodeJS.Signals): Promise<void>
}

/** Runs a TypeScript file of the repository from source, until its output matches. */
export async function startChild(file: string, env: Readonly<Record<string, string>>, ready: RegExp): Promise<Child> {
  const child = spawn(process.execPath, ['--import', 'tsx', '--conditions=source', join(root, file)], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const printed = await untilPrinted(child, ready)
  return {
    printed,
    async stop(signal = 'SIGTERM') {
      if (child.exitCode !== null || child.signalCode !== null) return
      const gone = once(child, 'exit')
      child.kill(signal)
      await gone
    },
  }
}

function untilPrinted(child: ChildProcess, ready: RegExp): Promise<readonly string[]> {
  return new Promise((resolve, reject) => {
    let output = ''
    const read = (chunk: Buffer): void => {
      output += chunk.toString()
      const match = ready.exec(output)
      if (match) resolve(match.slice(1))
    }
    child.stdout?.on('data', read)
    child.stderr?.on('data', read)
    child.once('exit', () => reject(new Error(`the process ended before it was ready:\n${output}`)))
  })
}
