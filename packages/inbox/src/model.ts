import type { Clock, Link, Scope, Storage } from '@docent/core'
import type {
  Agent,
  AgentConversation,
  AgentEvent,
  AgentVocabulary,
  Author,
  CommandId,
  CommandInput,
  Id,
  Message,
  MessagePart,
} from '@docent/protocol'
import { batch, computed, type ReadonlySignal, signal } from '@preact/signals'
import { shownConversations } from './arrangement.ts'
import { createDrafts, type Drafts } from './drafts.ts'
import { createHistory, type History } from './history.ts'
import { isSound } from './is-sound.ts'
import { belongsTo, byNewestChange, type ListName, listNames, wantsAttention } from './lists.ts'
import { reduce } from './reduce.ts'
import { answerOf } from './settle.ts'
import { emptyState, type InboxState, type LocalEvent, type Typing } from './state.ts'
import { type Bubble, bubblesOf, textOfParts } from './thread.ts'

export type AgentLink = Link<AgentVocabulary>

/** Everything the views show and do. State has one owner and is written in one way: `state = reduce(state, event)`. */
export interface InboxModel extends History {
  readonly state: ReadonlySignal<InboxState>
  readonly link: AgentLink
  readonly drafts: Drafts
  readonly me: ReadonlySignal<Agent>
  /** As they will be once everything asked for is done. */
  readonly conversations: ReadonlySignal<Readonly<Record<Id, AgentConversation>>>
  /** What is in each list, newest change first. */
  readonly lists: ReadonlySignal<Readonly<Record<ListName, readonly AgentConversation[]>>>
  /** Conversations that wait for this agent. */
  readonly unread: ReadonlySignal<number>
  /** The newest message of a visitor that came in while the inbox was open. */
  readonly heard: ReadonlySignal<Message | undefined>
  /** Asks for all lists anew, and for what is on the screen. */
  refresh(): void
  /** The messages of a conversation with those under way, oldest first. */
  bubbles(conversationId: Id): readonly Bubble[]
  reply(conversationId: Id, text: string, parts?: readonly MessagePart[]): Promise<void>
  note(conversationId: Id, text: string): Promise<void>
  /** Everything in it was on the screen. */
  seen(conversationId: Id): void
  typing(conversationId: Id, typing: boolean): void
  arrange<N extends ArrangingCommand>(name: N, input: CommandInput<AgentVocabulary, N>): void
  retry(commandId: CommandId): void
  /** Takes a message that was not sent back out; answers what was in it, to be edited. */
  takeBack(commandId: CommandId): { readonly text: string; readonly parts: readonly MessagePart[] }
}

export type ArrangingCommand =
  | 'conversation-assign'
  | 'conversation-close'
  | 'conversation-reopen'
  | 'conversation-snooze'
  | 'conversation-classify'
  | 'surface-request'

interface ModelOptions {
  readonly link: AgentLink
  readonly storage: Storage
  readonly scope: Scope
  readonly clock: Clock
  /** Who is signed in, as the session told. */
  readonly agent: Agent
}

export function createModel({ link, storage, scope, clock, agent }: ModelOptions): InboxModel {
  const state = signal<InboxState>(emptyState)
  const me = computed(() => state.value.agents.find(({ id }) => id === agent.id) ?? agent)
  const heard = signal<Message | undefined>(undefined)
  const apply = (event: AgentEvent | LocalEvent): void => void (state.value = reduce(state.peek(), event))
  const history = createHistory(link, state, apply)
  const author = computed(() => authorOf(me.value))
  const conversations = computed(() => shownConversations(state.value, link.outbox.value))
  const lists = computed(() => {
    const all = Object.values(conversations.value).sort(byNewestChange)
    const agentId = me.value.id
    const entries = listNames.map((list) => [list, all.filter((each) => belongsTo(list, each, agentId))] as const)
    return Object.fromEntries(entries) as unknown as Record<ListName, readonly AgentConversation[]>
  })
  /** The lists; threads and visitors on the screen follow when their views see that they are old. */
  const refresh = (): void => {
    apply({ type: 'went-stale' })
    void history.loadAgents()
    for (const list of listNames) void history.loadList(list)
  }
  const receive = (event: AgentEvent): void => {
    apply(event)
    if (event.type === 'typing-changed' && event.typing) void expire(event)
    if (event.type === 'message-added' && event.message.author.kind === 'visitor') heard.value = event.message
  }
  /** Nobody types for ever: an indicator without news goes after its time. */
  const expire = async (typing: Typing): Promise<void> => {
    await clock.wait(typing.ttlMs, scope.signal)
    apply({ type: 'typing-expired', typing })
  }
  scope.add(
    link.addReceiver({
      receive(events) {
        batch(() => {
          for (const event of events) if (isSound(event)) receive(event)
        })
        // Conversations of visitors stay off the device; the inbox asks anew when it opens.
        return []
      },
      connected(resumed) {
        if (!resumed || !state.peek().lists.open?.loaded) refresh()
      },
      settled(command, outcome) {
        if (!('ack' in outcome)) return
        const settled = { command, ack: outcome.ack, me: author.peek(), agents: state.peek().agents }
        for (const event of answerOf(settled)) apply(event)
      },
    }),
  )
  const unread = computed(
    () => Object.values(conversations.value).filter((each) => wantsAttention(each, me.value.id)).length,
  )
  const drafts = createDrafts(storage)
  return {
    ...{ state, link, drafts, me, conversations, lists, unread, heard, ...history },
    bubbles: (id) => bubblesOf(state.value, link.outbox.value, id, author.value),
    refresh,
    ...createWriting(link),
    seen(conversationId) {
      const upTo = state.peek().threads[conversationId]?.messages.at(-1)?.order
      if (upTo === undefined || !conversations.peek()[conversationId]?.unread) return
      apply({ type: 'conversation-seen', conversationId, upTo })
      void link.send('conversation-read', { conversationId, upTo })
    },
  }
}

type Writing = Pick<InboxModel, 'reply' | 'note' | 'typing' | 'arrange' | 'retry' | 'takeBack'>

const createWriting = (link: AgentLink): Writing => ({
  async reply(conversationId, text, parts = []) {
    const said = text === '' ? [] : [{ type: 'text', text, format: 'markdown' } as const]
    await link.send('message-send', { conversationId, parts: [...said, ...parts] })
  },
  async note(conversationId, text) {
    await link.send('note-add', { conversationId, text })
  },
  typing: (conversationId, typing) => link.hint({ type: 'typing', conversationId, typing }),
  arrange: (name, input) => void link.send(name, input),
  retry: link.retry,
  takeBack(commandId) {
    const command = link.outbox.peek().find((entry) => entry.command.id === commandId)?.command
    link.discard(commandId)
    if (command?.name === 'note-add') return { text: command.input.text, parts: [] }
    const parts = command?.name === 'message-send' ? command.input.parts : []
    return {
      text: textOfParts(parts.filter(({ type }) => type === 'text')),
      parts: parts.filter(({ type }) => type !== 'text'),
    }
  },
})

const authorOf = ({ id, name, avatarUrl }: Agent): Author => ({
  ...{ kind: 'agent', id, name },
  ...(avatarUrl !== undefined && { avatarUrl }),
})
