import { createHmac, timingSafeEqual } from 'node:crypto'
import type { FileRef, Id, Message, MessagePart } from '@docent/protocol'

/** Addresses of files that are good for a while, for whoever may read the message they are in. */
export interface FileLinks {
  refer(id: Id): FileRef
  /** The message with fresh addresses in it. */
  sign(message: Message): Message
  /** Was this address made here, and is it still good? */
  verify(id: Id, expiresAt: number, signature: string): boolean
}

/** An address lives between one and two of these, and is the same for one of them, so that browsers can cache the file. */
const stepMs = 30 * 60_000

export function createFileLinks(key: Uint8Array, publicUrl: string, now = Date.now): FileLinks {
  const sign = (id: Id, expiresAt: number) =>
    createHmac('sha256', key).update(`file|${id}|${expiresAt}`).digest('base64url')
  const refer = (id: Id): FileRef => {
    const expiresAt = (Math.floor(now() / stepMs) + 2) * stepMs
    const url = `${publicUrl}/v1/files/${id}?expires=${expiresAt}&signature=${sign(id, expiresAt)}`
    return { id, url, expiresAt }
  }
  const signPart = (part: MessagePart): MessagePart => {
    if (part.type === 'file') return { ...part, file: refer(part.file.id) }
    return part.type === 'card' && part.image ? { ...part, image: refer(part.image.id) } : part
  }
  return {
    refer,
    sign: (message) => ({ ...message, parts: message.parts.map(signPart) }),
    verify(id, expiresAt, signature) {
      const given = Buffer.from(signature)
      const expected = Buffer.from(sign(id, expiresAt))
      return given.length === expected.length && timingSafeEqual(given, expected) && expiresAt > now()
    },
  }
}
