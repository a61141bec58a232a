import type { Command, Id, Transport, Vocabulary } from '@docent/protocol'

/** Whether doing it twice would be seen. The others (read marks, state, profile) say the same the second time. */
export const isSaid = <V extends Vocabulary>({ name }: Command<V>): boolean =>
  ['message-send', 'message-answer', 'conversation-start'].includes(name)

interface Addressed {
  readonly to?: { readonly id?: Id; readonly startedBy?: Id }
  readonly conversationId?: Id
}
interface Found {
  readonly items: readonly { readonly id: Id; readonly commandId?: string }[]
}

/** How far back is looked, in messages or conversations. */
const limit = 50

/** E3, `echo`: whether the backend has told the command's id in its history. */
export async function hasArrived<V extends Vocabulary>(
  transport: Transport<V>,
  { id, name, input }: Command<V>,
  signal: AbortSignal,
): Promise<boolean> {
  const look = (query: string, where: object): Promise<Found> =>
    transport.query(query as never, { ...where, limit } as never, signal) as Promise<Found>
  const { to, conversationId = to?.id } = input as Addressed
  const started = name === 'conversation-start' ? id : to?.startedBy
  const known = started && (await look('conversations', {})).items.find(({ commandId }) => commandId === started)
  if (name === 'conversation-start') return !!known
  const where = known ? known.id : conversationId
  return !!where && (await look('messages', { conversationId: where })).items.some(({ commandId }) => commandId === id)
}
