import {
  type AgentConversation,
  type AgentEvent,
  type AgentQueries,
  type AgentVocabulary,
  type Capabilities,
  type Command,
  type Message,
  type Sink,
  type Transport,
  TransportError,
  type TransportErrorCode,
} from '@docent/protocol'
import { conversation, mara, profile, tom } from './samples.ts'

const capabilities: Capabilities = {
  ...{ resume: 'cursor', idempotency: 'server', commands: [], queries: [], parts: ['text'], hints: ['typing'] },
  ...{ receipts: { delivered: false, read: true }, files: false, stream: false, identity: ['signed'] },
  ...{ conversations: 'many', state: false, linkBound: [], maxTextLength: 10_000 },
}

/** A server with one conversation and two agents, as far as the model's tests go. */
export function createFakeBackend(messages: Message[] = []) {
  const conversations: AgentConversation[] = [conversation()]
  const performed: Command<AgentVocabulary>[] = []
  const asked: string[] = []
  let sink: Sink<AgentVocabulary> | undefined
  let refusal: TransportErrorCode | undefined
  const refuse = (): void => {
    if (refusal) throw new TransportError(refusal, 'Refused')
  }
  const answers: { [N in keyof AgentQueries]?: () => AgentQueries[N]['output'] } = {
    conversations: () => ({ items: conversations }),
    conversation: () => conversation(),
    messages: () => ({ items: [...messages].reverse() }),
    visitor: () => profile(),
    agents: () => [mara, tom],
  }
  const transport: Transport<AgentVocabulary> = {
    name: 'fake',
    async connect(session, given) {
      refuse()
      sink = given
      return { capabilities, resumed: session.cursor !== undefined, cursor: '1' }
    },
    async perform(command) {
      refuse()
      performed.push(command)
      const result = { messageId: `echo-${command.id}`, order: 100 + performed.length, sentAt: 9000 }
      return { settled: 'stored', result }
    },
    async query(name) {
      refuse()
      asked.push(name)
      const answer = answers[name]
      if (!answer) throw new TransportError('unsupported', name)
      return answer() as never
    },
  }
  return {
    transport,
    performed,
    asked,
    tell: (...events: AgentEvent[]) => sink?.events(events, '2'),
    lose: () => sink?.lost(new TransportError('unavailable', 'Gone')),
    refuse: (code: TransportErrorCode | undefined) => {
      refusal = code
    },
  }
}
