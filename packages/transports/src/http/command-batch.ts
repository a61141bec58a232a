import {
  type Ack,
  type Command,
  type CommandName,
  type CommandsAnswer,
  maxCommandsPerBatch,
  type Vocabulary,
} from '@docent/protocol'
import type { Door } from './door.ts'
import { errorOf, toFailure } from './failure.ts'

interface Waiting {
  readonly command: { readonly id: string }
  readonly signal: AbortSignal
  resolve(ack: Ack): void
  reject(error: unknown): void
}

/** Sends the commands of one microtask in one request; each gets its own answer. Those that end together travel together. */
export function createCommandBatch<V extends Vocabulary>(door: Pick<Door, 'call'>) {
  let queue: Waiting[] = []
  const flush = (): void => {
    while (queue[0]) {
      const { signal } = queue[0]
      const batch = queue.filter((waiting) => waiting.signal === signal).slice(0, maxCommandsPerBatch)
      queue = queue.filter((waiting) => !batch.includes(waiting))
      void send(door, batch, signal)
    }
  }
  return (command: Command<V, CommandName<V>>, signal: AbortSignal): Promise<Ack> =>
    new Promise((resolve, reject) => {
      if (queue.push({ command, signal, resolve, reject }) === 1) queueMicrotask(flush)
    })
}

async function send(door: Pick<Door, 'call'>, batch: readonly Waiting[], signal: AbortSignal): Promise<void> {
  try {
    const commands = batch.map(({ command }) => command)
    const { results } = await door.call<CommandsAnswer>('commands', signal, { commands })
    for (const { command, resolve, reject } of batch) {
      const result = results.find(({ id }) => id === command.id)
      if (result?.ok) resolve(result.ack)
      else reject(errorOf(result?.status ?? 500, result?.error))
    }
  } catch (error) {
    for (const { reject } of batch) reject(toFailure(error))
  }
}
