import type { Id, Message, Sink, TransportError, VisitorVocabulary } from '@docent/protocol'
import { createThreadLog, type ThreadLog } from '../adapt/thread-log.ts'
import { withinTime } from '../adapt/within-time.ts'
import type { XmlElement } from './element.ts'
import { stanzaError } from './stanza-error.ts'
import { nickOf, readLive, readTyping, type Said } from './stanzas.ts'

/** What is said in one room, in its order. */
export interface RoomTalk {
  readonly log: ThreadLog
  /** A stanza of the room, live. */
  hear(stanza: XmlElement): void
  /** What the archive holds. */
  remember(said: Said): void
  /** From now on what is heard is told. */
  listen(): void
  /** Sends, and resolves with the message when the room has said it to everybody. */
  say(id: string, send: () => void, signal: AbortSignal): Promise<Message>
  /** Nothing will be heard any more. */
  fail(error: TransportError): void
}

export interface TalkOptions {
  readonly room: string
  readonly conversationId: Id
  /** Nicks of the visitor's devices begin with it. */
  readonly visitorPrefix: string
  readonly occupant: string
  readonly sink: Sink<VisitorVocabulary>
}

const typingTtlMs = 15_000

interface Sending {
  resolve(message: Message): void
  reject(error: TransportError): void
}

export function createRoomTalk({ room, conversationId, visitorPrefix, occupant, sink }: TalkOptions): RoomTalk {
  const log = createThreadLog()
  const sending = new Map<string, Sending>()
  let isListening = false

  const authorOf = (nick: string): Message['author'] =>
    nick.startsWith(visitorPrefix) ? { kind: 'visitor' } : { kind: 'agent', name: nick }
  const add = ({ id, sentAs, nick, text, stamp }: Said): Message | undefined =>
    log.add({
      ...{ id, conversationId, revision: 1, state: 'done' },
      ...(sentAs !== undefined && { commandId: sentAs }),
      author: authorOf(nick),
      parts: [{ type: 'text', text, format: 'plain' }],
      sentAt: stamp === undefined ? Date.now() : Date.parse(stamp),
    })
  const hearTyping = (from: string, typing: boolean): void => {
    const author = authorOf(nickOf(from))
    if (isListening && from !== occupant && author.kind === 'agent')
      sink.events([{ type: 'typing-changed', conversationId, author, typing, ttlMs: typingTtlMs }])
  }
  return {
    log,
    remember: (said) => void add(said),
    hear(stanza) {
      const { type, id = '', from = '' } = stanza.attributes
      if (stanza.name !== 'message' || (from !== room && !from.startsWith(`${room}/`))) return
      if (type === 'error') return sending.get(id)?.reject(stanzaError(stanza))
      const said = readLive(stanza, room)
      const message = said && add(said)
      if (message) sending.get(id)?.resolve(message)
      if (message && isListening) sink.events([{ type: 'message-added', message }], message.id)
      const typing = said ? undefined : readTyping(stanza)
      if (typing !== undefined) hearTyping(from, typing)
    },
    listen() {
      isListening = true
    },
    say(id, send, signal) {
      const echoed = new Promise<Message>((resolve, reject) => {
        sending.set(id, { resolve, reject })
        send()
      })
      return withinTime(echoed, signal).finally(() => sending.delete(id))
    },
    fail(error) {
      for (const waiting of sending.values()) waiting.reject(error)
    },
  }
}
