import { type Hello, type Transport, TransportError, type VisitorVocabulary } from '@docent/protocol'
import { createCalls } from './calls.ts'
import { createDoor, type Fetch } from './door.ts'
import { failureOf, toFailure } from './failure.ts'
import { followEvents } from './follow-events.ts'
import { createVisitorSession, type VisitorSession } from './visitor-session.ts'

export interface VisitorConnection
  extends Required<Pick<Transport, 'connect' | 'perform' | 'query' | 'hint' | 'upload'>> {
  /** What went wrong with a GET for content: an answer that is not 2xx, or none. */
  failure(cause: unknown): Promise<TransportError>
}

/** All of the visitors' transport that needs a visitor: loaded with the first call that does. */
export function createVisitorConnection(base: string, fetch: Fetch): VisitorConnection {
  const streams = { blocked: false }
  const access = { fetch, base, credentials: 'omit' } as const
  let session: VisitorSession | undefined
  const door = createDoor({
    ...access,
    async authorize(refused) {
      if (!session) throw new TransportError('unavailable', 'Not connected: connect first')
      return session.token(refused)
    },
  })
  return {
    ...createCalls<VisitorVocabulary>(door),
    failure: async (cause) => (cause instanceof Response ? failureOf(cause) : toFailure(cause)),
    async connect(request, sink, signal): Promise<Hello> {
      session = createVisitorSession(createDoor(access), request, signal)
      // What gives access stays in here.
      const { visitor, accessToken: _, expiresAt: __, ...hello } = await session.open()
      // One macrotask later, so that `connect` has resolved before the first event.
      setTimeout(() => followEvents({ door, sink, signal, after: hello.cursor, streams }))
      return { ...hello, state: { ...visitor } }
    },
  }
}
