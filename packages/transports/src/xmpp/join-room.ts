import { TransportError } from '@docent/protocol'
import { withinTime } from '../adapt/within-time.ts'
import type { XmlElement } from './element.ts'
import type { XmppStream } from './open-stream.ts'
import { stanzaError } from './stanza-error.ts'
import * as stanzas from './stanzas.ts'

export interface Joining {
  readonly stream: XmppStream
  /** `room@service/nick` */
  readonly occupant: string
  readonly title: string
  readonly team: readonly string[]
  readonly signal: AbortSignal
  /** Calls back with every stanza until the room has been entered. */
  watch(look: (stanza: XmlElement) => void): void
}

/** Enters the room. A room that did not exist is made: set up to stay and to remember, and the team invited. */
export async function joinRoom({ stream, occupant, title, team, signal, watch }: Joining): Promise<void> {
  const room = occupant.slice(0, occupant.indexOf('/'))
  const entered = new Promise<XmlElement>((resolve, reject) => {
    watch((stanza) => {
      const { from, type } = stanza.attributes
      if (stanza.name !== 'presence' || from !== occupant) return
      if (type === 'error') reject(stanzaError(stanza))
      else if (stanzas.statusCodes(stanza).includes('110')) resolve(stanza)
    })
    stream.send(stanzas.joinStanza(occupant))
  })
  const presence = await withinTime(entered, signal)
  if (!stanzas.statusCodes(presence).includes('201')) return
  await stream.ask('set', room, stanzas.roomConfiguration(title), signal).catch((error: TransportError) => {
    throw new TransportError(error.code, `The room cannot be set up: ${error.message}`, { cause: error })
  })
  for (const jid of team) stream.send(stanzas.inviteStanza(room, jid))
}
