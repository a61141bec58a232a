import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import type { Answer, Kinds, Request, Started } from './backends-process.ts'
import { root } from './child.ts'

export interface Backend extends Started {
  stop(): Promise<void>
}

/** Starts backends, each with data of its own, in one process per worker. */
export interface Backends {
  start<Kind extends keyof Kinds>(kind: Kind, options: Kinds[Kind]): Promise<Backend>
  close(): Promise<void>
}

type WithoutId<T> = T extends unknown ? Omit<T, 'id'> : never

export function createBackends(): Backends {
  const child = fork(join(root, 'tests/e2e/support/backends-process.ts'), {
    cwd: root,
    execArgv: ['--import', 'tsx', '--conditions=source'],
    stdio: 'inherit',
  })
  const waiting = new Map<number, (answer: Answer) => void>()
  let lastId = 0
  child.on('message', (answer: Answer) => waiting.get(answer.id)?.(answer))
  child.once('exit', (code) => {
    for (const [id, resolve] of waiting) resolve({ id, error: `the process of the backends ended with ${code}` })
  })
  const ask = async (request: WithoutId<Request>): Promise<Answer> => {
    const id = ++lastId
    const answer = await new Promise<Answer>((resolve) => {
      waiting.set(id, resolve)
      child.send({ ...request, id })
    })
    waiting.delete(id)
    if (answer.error) throw new Error(answer.error)
    return answer
  }
  return {
    async start(kind, options) {
      const { id, url = '', signInLink = '' } = await ask({ start: kind, options })
      return { url, signInLink, stop: () => ask({ stop: id }).then(() => undefined) }
    },
    async close() {
      if (!child.connected) return
      const gone = once(child, 'exit')
      child.disconnect()
      await gone
    },
  }
}
