import { type AgentVocabulary, type Transport, type TransportError, toTransportError } from '@docent/protocol'

/** A transport that tells when the server no longer knows who is asking: the session ended, here or elsewhere. */
export function watchRefusal(transport: Transport<AgentVocabulary>, onRefused: () => void): Transport<AgentVocabulary> {
  const look = (reason: unknown): TransportError => {
    const error = toTransportError(reason)
    if (error.code === 'auth-rejected' || error.code === 'auth-expired') onRefused()
    return error
  }
  const watched = async <T>(answer: Promise<T>): Promise<T> => {
    try {
      return await answer
    } catch (reason) {
      throw look(reason)
    }
  }
  return {
    ...transport,
    connect: (session, sink, signal) =>
      watched(
        transport.connect(
          session,
          { events: (batch, cursor) => sink.events(batch, cursor), lost: (error) => sink.lost(look(error)) },
          signal,
        ),
      ),
    perform: (command, signal) => watched(transport.perform(command, signal)),
    query: (name, input, signal) => watched(transport.query(name, input, signal)),
  }
}
