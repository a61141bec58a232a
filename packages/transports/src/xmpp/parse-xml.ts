import { TransportError } from '@docent/protocol'
import type { XmlElement } from './element.ts'

/** Deeper than any stanza; a guard against input that is made to overflow the stack. */
const maxDepth = 64

interface Opened {
  readonly name: string
  readonly attributes: Record<string, string>
  readonly children: XmlElement[]
  text: string
}

/**
 * One frame of XMPP over WebSocket: one complete element, without comments, processing instructions and DTDs (RFC 6120 §11.1). By
 * hand, because `DOMParser` throws on pages that enforce Trusted Types.
 */
export function parseXml(frame: string): XmlElement {
  const token = /<(\/?)([^\s/>]+)((?:\s+[^\s=/>]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>|([^<]+)/y
  const root: Opened = { name: '', attributes: {}, children: [], text: '' }
  const open: Opened[] = [root]
  const text = frame.trim()
  while (token.lastIndex < text.length) {
    const found = token.exec(text)
    const top = open.at(-1)
    if (!found || !top) throw malformed('not XML')
    const [, closes, name = '', attributes = '', isEmpty, characters] = found
    if (characters !== undefined) top.text += decode(characters)
    else if (closes) {
      if (top.name !== name || open.length === 1) throw malformed(`</${name}> closes nothing`)
      open.pop()
    } else {
      if (!/^[\p{L}_][\p{L}\p{N}_.:-]*$/u.test(name)) throw malformed('a name is none')
      const element = { name, attributes: parseAttributes(attributes), children: [], text: '' }
      top.children.push(element)
      if (!isEmpty) open.push(element)
      if (open.length > maxDepth) throw malformed('nested too deeply')
    }
  }
  const [element] = root.children
  if (open.length > 1 || root.children.length !== 1 || !element || root.text.trim() !== '')
    throw malformed('not one whole element')
  return element
}

const malformed = (what: string): TransportError =>
  new TransportError('protocol', `The server sent a frame that is ${what}`)

function parseAttributes(text: string): Record<string, string> {
  const found: Record<string, string> = Object.create(null)
  for (const [, name = '', double, single] of text.matchAll(/([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)) {
    if (name in found) throw malformed('two attributes of one name')
    found[name] = decode(double ?? single ?? '')
  }
  return found
}

const named: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

const decode = (text: string): string =>
  text.replace(/&([^;]{0,10});?/g, (whole, name: string) => {
    const [, hex, decimal] = /^#(?:x([\da-f]+)|(\d+))$/i.exec(name) ?? []
    const code = hex ? Number.parseInt(hex, 16) : Number(decimal)
    if (!whole.endsWith(';') || !(name in named || code <= 0x10ffff)) throw malformed('an entity is unknown')
    return Object.hasOwn(named, name) ? (named[name] ?? '') : String.fromCodePoint(code)
  })
