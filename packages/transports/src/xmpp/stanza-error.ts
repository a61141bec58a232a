import { TransportError, type TransportErrorCode } from '@docent/protocol'
import { childOf, type XmlElement } from './element.ts'

/** Conditions of RFC 6120 (stanzas, streams, SASL) that mean more than "try later". */
const codes: Readonly<Record<string, TransportErrorCode>> = {
  'bad-request': 'invalid',
  'jid-malformed': 'invalid',
  'not-acceptable': 'invalid',
  'item-not-found': 'not-found',
  gone: 'not-found',
  'host-unknown': 'not-found',
  forbidden: 'forbidden',
  'not-allowed': 'forbidden',
  'registration-required': 'forbidden',
  'not-authorized': 'auth-rejected',
  'account-disabled': 'auth-rejected',
  'feature-not-implemented': 'unsupported',
  'policy-violation': 'rate-limited',
  'resource-constraint': 'rate-limited',
}

/** What an error of a stanza, a stream or SASL means; of an element that was not expected, that it was not. */
export function stanzaError(element: XmlElement): TransportError {
  const holder = childOf(element, 'error') ?? element
  const condition = holder.children.find(({ name }) => name !== 'text')?.name ?? ''
  const text = childOf(holder, 'text')?.text
  const isRefusal = condition in codes
  return new TransportError(codes[condition] ?? 'unavailable', text || condition || `unexpected <${element.name}/>`, {
    outcome: isRefusal ? 'not-applied' : 'unknown',
  })
}
