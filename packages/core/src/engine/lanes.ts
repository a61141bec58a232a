import type { Ack, Command, Id, Vocabulary } from '@docent/protocol'
import type { OutboxEntry } from './engine-types.ts'

interface Addressed {
  readonly to?: { readonly id?: Id; readonly startedBy?: string }
  readonly conversationId?: Id
}

/**
 * Which commands must keep their order: those of one conversation, from the command that starts it on. Others of one name
 * wait for each other, so that a later profile or state never overtakes an earlier one.
 */
export type Lanes<V extends Vocabulary> = ReturnType<typeof createLanes<V>>

export function createLanes<V extends Vocabulary>() {
  const startedBy = new Map<Id, string>()
  const laneOf = ({ command, lane }: OutboxEntry<V>): string => {
    if (lane) return lane
    const { to, conversationId } = command.input as Addressed
    const id = to?.id ?? conversationId
    if (to?.startedBy) return to.startedBy
    if (id) return startedBy.get(id) ?? id
    return command.name === 'conversation-start' ? command.id : command.name
  }
  return {
    /** Remembers which conversation a command started, so that both names of it are one lane. */
    learn(command: Command<V>, { result }: Ack): void {
      const id = (result as { conversationId?: Id } | undefined)?.conversationId
      if (command.name === 'conversation-start' && id) startedBy.set(id, command.id)
    },
    /**
     * The first command of every lane that may be sent. A failed one does not block what comes after it, but a conversation
     * that could not be started blocks its messages.
     */
    ready(entries: readonly OutboxEntry<V>[]): Map<string, OutboxEntry<V>> {
      const first = new Map<string, OutboxEntry<V>>()
      const blocked = new Set<string>()
      for (const entry of entries) {
        const lane = laneOf(entry)
        if (first.has(lane) || blocked.has(lane)) continue
        if (entry.state === 'queued') first.set(lane, entry)
        else if (entry.state === 'sending' || entry.command.name === 'conversation-start') blocked.add(lane)
      }
      return first
    },
  }
}
