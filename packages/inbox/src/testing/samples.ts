import type { OutboxEntry } from '@docent/core'
import type {
  Agent,
  AgentConversation,
  AgentVocabulary,
  Command,
  CommandInput,
  CommandName,
  Message,
  VisitorProfile,
} from '@docent/protocol'

/** Short ways to make what tests are about; every field can be said otherwise. */
export const mara: Agent = { id: 'mara', name: 'Mara Kalniņa', email: 'mara@paperlane.test', role: 'owner' }
export const tom: Agent = { id: 'tom', name: 'Tom', role: 'agent' }

export const conversation = (change: Partial<AgentConversation> = {}): AgentConversation => ({
  id: 'c1',
  status: 'open',
  canReply: true,
  unread: 0,
  startedAt: 1000,
  changedAt: 1000,
  visitor: { id: 'v1', name: 'Ada Lindqvist', verified: true },
  tags: [],
  ...change,
})

export const message = (order: number, change: Partial<Message> = {}): Message => ({
  id: `m${order}`,
  conversationId: 'c1',
  author: { kind: 'visitor', id: 'v1' },
  parts: [{ type: 'text', text: `Text ${order}`, format: 'plain' }],
  sentAt: order * 1000,
  order,
  revision: 1,
  state: 'done',
  ...change,
})

export const byAgent = (order: number, agent: Agent = mara, change: Partial<Message> = {}): Message =>
  message(order, { author: { kind: 'agent', id: agent.id, name: agent.name }, ...change })

export const profile = (change: Partial<VisitorProfile> = {}): VisitorProfile => ({
  id: 'v1',
  name: 'Ada Lindqvist',
  verified: true,
  traits: {},
  context: {},
  checklists: [],
  online: true,
  firstSeenAt: 0,
  lastSeenAt: 0,
  ...change,
})

export const entry = <N extends CommandName<AgentVocabulary>>(
  id: string,
  name: N,
  input: CommandInput<AgentVocabulary, N>,
  state: OutboxEntry['state'] = 'queued',
): OutboxEntry<AgentVocabulary> => ({
  command: { id, name, input, createdAt: 5000 } as Command<AgentVocabulary>,
  state,
  attempts: 0,
})
