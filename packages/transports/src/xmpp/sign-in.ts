import { TransportError } from '@docent/protocol'
import { childOf, type XmlElement, xml } from './element.ts'
import type { Frames } from './open-frames.ts'
import { stanzaError } from './stanza-error.ts'

const sasl = 'urn:ietf:params:xml:ns:xmpp-sasl'

/** Opens a stream to a domain, signs in as somebody new (SASL ANONYMOUS, RFC 4505), and binds a resource. */
export async function signIn(frames: Frames, domain: string): Promise<void> {
  await frames.opened
  const offered = await openTo(frames, domain)
  const mechanisms = childOf(offered, 'mechanisms', sasl)?.children.map(({ text }) => text) ?? []
  if (!mechanisms.includes('ANONYMOUS')) {
    throw new TransportError(
      'auth-rejected',
      `${domain} takes no anonymous visitors, only ${mechanisms.join(', ') || 'nobody'}. Turn anonymous sign-in on.`,
    )
  }
  frames.send(xml('auth', { xmlns: sasl, mechanism: 'ANONYMOUS' }))
  await expect(frames, 'success')
  await openTo(frames, domain)
  frames.send(
    xml(
      'iq',
      { xmlns: 'jabber:client', type: 'set', id: 'bind' },
      xml('bind', { xmlns: 'urn:ietf:params:xml:ns:xmpp-bind' }),
    ),
  )
  const bound = await expect(frames, 'iq')
  if (bound.attributes.type !== 'result') throw stanzaError(bound)
}

/** A new stream, and what it offers. */
async function openTo(frames: Frames, domain: string): Promise<XmlElement> {
  frames.send(xml('open', { xmlns: 'urn:ietf:params:xml:ns:xmpp-framing', to: domain, version: '1.0' }))
  await expect(frames, 'open')
  return expect(frames, 'stream:features')
}

async function expect(frames: Frames, name: string): Promise<XmlElement> {
  const element = await frames.next()
  if (element.name === name) return element
  throw stanzaError(element)
}
