import {
  type HintOf,
  type QueryInput,
  type QueryName,
  type QueryOutput,
  type Transport,
  TransportError,
  type Vocabulary,
} from '@docent/protocol'
import { createCommandBatch } from './command-batch.ts'
import type { Door } from './door.ts'

type Calls<V extends Vocabulary> = Required<Pick<Transport<V>, 'perform' | 'query' | 'hint' | 'upload'>>

/** What visitors and agents ask of the server in the same way. */
export const createCalls = <V extends Vocabulary>(door: Omit<Door, 'open'>): Calls<V> => ({
  perform: createCommandBatch<V>(door),
  async query<N extends QueryName<V>>(name: N, input: QueryInput<V, N>, signal: AbortSignal) {
    const answer = await door.call<{ output?: QueryOutput<V, N> } | null>(`queries/${name}`, signal, input as object)
    if (answer?.output === undefined) throw new TransportError('unavailable', 'No output in the answer')
    return answer.output
  },
  upload: async (file, signal) => (await import('./send-file.ts')).sendFile(door.options, file, signal),
  hint(hint: HintOf<V>) {
    door.call('hints', new AbortController().signal, hint).catch(() => {})
  },
})
