import type { TransportError } from '@docent/protocol'
import { withinTime } from '../adapt/within-time.ts'
import { type XmlElement, xml } from './element.ts'
import { type FramesOptions, openFrames } from './open-frames.ts'
import { signIn } from './sign-in.ts'
import { stanzaError } from './stanza-error.ts'

export interface StreamOptions extends FramesOptions {
  /** Of the anonymous accounts. */
  readonly domain: string
  /** Every stanza that answers nothing. */
  onStanza(stanza: XmlElement): void
}

export interface XmppStream {
  send(stanza: string): void
  /** An `iq`, and the answer to it. Without `to` it is for the server. */
  ask(type: 'get' | 'set', to: string | undefined, payload: string, signal: AbortSignal): Promise<XmlElement>
}

/** What lies between drops connections that are silent for a minute. */
const pingEveryMs = 30_000

interface Waiting {
  resolve(answer: XmlElement): void
  reject(error: TransportError): void
}

/** A stream by RFC 7395, signed in anonymously and bound to a resource. Rejects with a `TransportError`. */
export async function openStream(options: StreamOptions): Promise<XmppStream> {
  const { domain, signal, onStanza } = options
  const waiting = new Map<string, Waiting>()
  let pinging: ReturnType<typeof setInterval> | undefined
  const frames = openFrames({
    ...options,
    onEnd(error) {
      clearInterval(pinging)
      for (const call of waiting.values()) call.reject(error)
      options.onEnd(error)
    },
  })
  const ask: XmppStream['ask'] = (type, to, payload, callSignal) => {
    const id = crypto.randomUUID()
    const answered = new Promise<XmlElement>((resolve, reject) => {
      waiting.set(id, { resolve, reject })
      frames.send(xml('iq', { xmlns: 'jabber:client', type, id, to }, payload))
    })
    return withinTime(answered, callSignal).finally(() => waiting.delete(id))
  }
  await withinTime(signIn(frames, domain), signal).catch((error: TransportError) => {
    frames.end(error)
    throw error
  })
  frames.listen((stanza) => {
    const { name, attributes } = stanza
    const call = name === 'iq' ? waiting.get(String(attributes.id)) : undefined
    if (name === 'close' || name === 'stream:error') frames.end(stanzaError(stanza))
    else if (!call || attributes.type === 'get' || attributes.type === 'set') onStanza(stanza)
    else if (attributes.type === 'error') call.reject(stanzaError(stanza))
    else call.resolve(stanza)
  })
  pinging = setInterval(() => {
    ask('get', domain, xml('ping', { xmlns: 'urn:xmpp:ping' }), signal).catch((error: TransportError) => {
      // Any answer shows that it lives; also that it knows no pings.
      if (error.code === 'timeout') frames.end(error)
    })
  }, pingEveryMs)
  return { send: frames.send, ask }
}
