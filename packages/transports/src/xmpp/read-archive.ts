import { childOf, type XmlElement } from './element.ts'
import type { XmppStream } from './open-stream.ts'
import { archiveQuery, readArchived, type Said } from './stanzas.ts'

/** A guard against an archive that never says that it is complete. */
const maxPages = 1000

export interface ArchiveReader {
  /** Takes a stanza if it is of the archive. */
  take(stanza: XmlElement): boolean
  /** Everything that was said in the room, oldest first. */
  read(stream: XmppStream, room: string, signal: AbortSignal): Promise<readonly Said[]>
}

export function createArchiveReader(): ArchiveReader {
  const queryId = crypto.randomUUID()
  const found: Said[] = []
  return {
    take(stanza) {
      const archived = readArchived(stanza)
      if (archived === undefined) return false
      if (archived !== 'nothing' && archived.queryId === queryId) found.push(archived)
      return true
    },
    async read(stream, room, signal) {
      let after: string | undefined
      for (let page = 0; page < maxPages; page++) {
        const answer = await stream.ask('set', room, archiveQuery(queryId, after), signal)
        const end = childOf(answer, 'fin')
        const last = childOf(childOf(end, 'set'), 'last')?.text
        if (end?.attributes.complete === 'true' || last === undefined || last === after) break
        after = last
      }
      return found
    },
  }
}
