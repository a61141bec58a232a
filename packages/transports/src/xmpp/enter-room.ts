import type { Cursor, Id, Sink, VisitorVocabulary } from '@docent/protocol'
import type { Connection } from '../adapt/adapt.ts'
import { summarize } from '../adapt/summarize.ts'
import type { XmlElement } from './element.ts'
import { joinRoom } from './join-room.ts'
import { openStream } from './open-stream.ts'
import { createArchiveReader } from './read-archive.ts'
import { createRoomTalk } from './room-talk.ts'
import { textStanza, typingStanza } from './stanzas.ts'
import type { XmppOptions } from './xmpp.ts'

/** What brings a visitor back. A type and not an interface, so that it is data. */
export type RoomState = { readonly conversationId: Id; readonly room: string }

export interface RoomRequest extends Required<XmppOptions> {
  readonly state: RoomState
  readonly cursor: Cursor | undefined
  readonly sink: Sink<VisitorVocabulary>
  readonly signal: AbortSignal
}

/** Signs in, enters the room (and makes it, the first time), reads its archive, and follows what is said. */
export async function enterRoom(request: RoomRequest): Promise<Connection> {
  const { state, cursor, team, sink, signal, nick } = request
  const { room, conversationId } = state
  const visitorPrefix = `${nick}-`
  const occupant = `${room}/${visitorPrefix}${crypto.randomUUID().slice(0, 8)}`
  const talk = createRoomTalk({ room, conversationId, visitorPrefix, occupant, sink })
  const archive = createArchiveReader()
  /** What comes before the archive was read waits, so that numbers stay in the room's order. */
  const early: XmlElement[] = []
  let watch: (stanza: XmlElement) => void = () => {}
  let take = (stanza: XmlElement): void => {
    watch(stanza)
    if (!archive.take(stanza)) early.push(stanza)
  }
  const stream = await openStream({
    ...request,
    onStanza: (stanza) => take(stanza),
    onEnd(error) {
      talk.fail(error)
      sink.lost(error)
    },
  })
  await joinRoom({ stream, occupant, title: conversationId, team, signal, watch: (look) => (watch = look) })
  for (const said of await archive.read(stream, room, signal)) talk.remember(said)
  take = talk.hear
  for (const stanza of early.splice(0)) talk.hear(stanza)
  const newest = talk.log.newest()
  const missed = cursor === undefined ? undefined : talk.log.after(cursor)
  return {
    hello: { resumed: missed !== undefined, state, ...(newest && { cursor: newest.id }) },
    listen() {
      talk.listen()
      const since = [...(missed ?? []), ...talk.log.all().slice(newest?.order ?? 0)]
      const last = since.at(-1)
      if (last)
        sink.events(
          since.map((message) => ({ type: 'message-added', message })),
          last.id,
        )
    },
    conversations: async () => [summarize(conversationId, talk.log.all())],
    messages: async (range) => talk.log.page(range),
    send: ({ commandId, text }, callSignal) =>
      talk.say(commandId, () => stream.send(textStanza(room, commandId, text)), callSignal),
    hint(hint) {
      if (hint.type !== 'typing' || hint.conversationId !== conversationId) return
      try {
        stream.send(typingStanza(room, hint.typing))
      } catch {
        // The stream is gone, and the mark with it.
      }
    },
  }
}
