import {
  type Command,
  type Page,
  type Session,
  type Sink,
  type Transport,
  TransportError,
  type VisitorEvent,
  type VisitorVocabulary,
} from '@docent/protocol'

/** One way to break each rule of the transport contract: what proves that the suite finds what it is for. */

type Connect = Transport['connect']
type Flaw = (transport: Transport) => Partial<Transport>

const ending = () => new AbortController().signal

/** Connects with a sink that changes what is told. */
const retelling =
  (tell: (sink: Sink<VisitorVocabulary>, events: readonly VisitorEvent[], cursor?: string) => void): Flaw =>
  (transport) => ({
    connect: (session, sink, signal) =>
      transport.connect(
        session,
        {
          events: (events, cursor) => tell(sink, events, cursor),
          lost: (error) => sink.lost(error),
        },
        signal,
      ),
  })
const greeting =
  (change: (hello: Awaited<ReturnType<Connect>>, session: Session) => object): Flaw =>
  (transport) => ({
    connect: async (session, sink, signal) => {
      const hello = await transport.connect(session, sink, signal)
      return { ...hello, ...change(hello, session) }
    },
  })
const performing =
  (perform: (transport: Transport, command: Command<VisitorVocabulary>, signal: AbortSignal) => unknown): Flaw =>
  (transport) => ({
    perform: async (command, signal) => (await perform(transport, command, signal)) as never,
  })
const answering =
  (change: (name: string, input: object, output: Page<object>) => unknown): Flaw =>
  (transport) => ({
    query: async (name, input, signal) =>
      change(name, input as object, (await transport.query(name, input, signal)) as Page<object>) as never,
  })

/** What the flaws remember. */
const memory: { state?: unknown; count: number } = { count: 0 }

export const flaws: Readonly<Record<string, Flaw>> = {
  'T1 tells events while connecting': (transport) => ({
    async connect(session, sink, signal) {
      const told = new Promise<void>((resolve) => {
        void transport.connect(session, { ...sink, events: (...call) => resolve(sink.events(...call)) }, signal)
      })
      if (session.cursor) await told
      return transport.connect(session, sink, signal)
    },
  }),
  'T2 does not end': (transport) => ({ connect: (session, sink) => transport.connect(session, sink, ending()) }),
  'T3 tells the newest first': retelling((sink, events, cursor) => sink.events([...events].reverse(), cursor)),
  'T4 sends anew under another id': performing((transport, command, signal) =>
    transport.perform({ ...command, id: command.name === 'message-send' ? crypto.randomUUID() : command.id }, signal),
  ),
  'T5 forgets who sent it': retelling((sink, events, cursor) =>
    sink.events(
      events.map((event) => {
        if (event.type !== 'message-added') return event
        const { commandId: _, ...message } = event.message
        return { ...event, message }
      }),
      cursor,
    ),
  ),
  'T6 loses what happened while away': (transport) => ({
    async connect({ cursor: _, ...session }, sink, signal) {
      return { ...(await transport.connect(session, sink, signal)), resumed: true }
    },
  }),
  'T7 throws plain errors': (transport) => ({
    perform: (command, signal) => transport.perform(command, signal).catch((error) => Promise.reject(new Error(error))),
  }),
  'T8 does what it does not declare': performing((transport, command, signal) =>
    transport.perform(command, signal).catch((error) => {
      if (error.code !== 'unsupported') throw error
      return { settled: 'stored' }
    }),
  ),
  'T9 never comes to an end': answering((_, { older = '1' }: { older?: string }, output) =>
    output.items ? { ...output, older } : output,
  ),
  'T10 counts by itself': retelling((sink, events, cursor) =>
    sink.events(
      events.map((event) =>
        event.type === 'message-added'
          ? { ...event, message: { ...event.message, order: 1e9 - memory.count++ } }
          : event,
      ),
      cursor,
    ),
  ),
  'T11 reads nothing': performing((transport, command, signal) =>
    command.name === 'conversation-read' ? { settled: 'stored', result: {} } : transport.perform(command, signal),
  ),
  'T12 lets the last device win': performing((transport, command, signal) => {
    if (command.name !== 'visitor-state-put') return transport.perform(command, signal)
    const entries = command.input.entries.map(
      (entry) => ({ ...entry, merge: 'last', changedAt: ++memory.count * 1e6 }) as const,
    )
    return transport.perform({ ...command, input: { entries } }, signal)
  }),
  'T13 fails as a whole': (transport) => {
    let batch: Promise<unknown>[] = []
    return {
      async perform(command, signal) {
        const performed = transport.perform(command, signal)
        batch.push(performed)
        await Promise.resolve()
        const all = Promise.all(batch)
        batch = []
        await all
        return performed
      },
    }
  },
  'T14 boasts': greeting(({ capabilities }) => ({ capabilities: { ...capabilities, stream: true } })),
  'T15 takes everyone for one': (transport) => ({
    async connect(session, sink, signal) {
      const hello = await transport.connect(
        { ...session, ...(memory.state ? { state: memory.state } : {}) } as Session,
        sink,
        signal,
      )
      memory.state = hello.state
      return hello
    },
  }),
  'T16 resumes from anything': greeting((_, { cursor }) => ({ resumed: cursor !== undefined })),
  'T17 wants ids': performing((transport, command, signal) => {
    if ('to' in command.input && 'startedBy' in command.input.to) throw new TransportError('invalid')
    return transport.perform(command, signal)
  }),
  'T18 does not notice': (transport) => ({
    connect: (session, sink, signal) => transport.connect(session, { ...sink, lost() {} }, signal),
  }),
  'T19 answers all of history': (transport) => ({
    query: (name, input, signal) => transport.query(name, { ...input, newerThan: 0 } as typeof input, signal),
  }),
  'T20 ends everything together': (transport) => {
    const shared = new AbortController()
    return {
      perform(command, signal) {
        signal.addEventListener('abort', () => shared.abort())
        return transport.perform(command, shared.signal)
      },
    }
  },
  'T21 throws': () => ({
    hint() {
      throw new Error('not connected')
    },
  }),
  'T22 cuts long texts': performing((transport, command, signal) => {
    if (command.name !== 'message-send') return transport.perform(command, signal)
    const parts = command.input.parts.map((part) =>
      part.type === 'text' ? { ...part, text: part.text.slice(0, 9999) } : part,
    )
    return transport.perform({ ...command, input: { ...command.input, parts } }, signal)
  }),
}
