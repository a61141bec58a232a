import { childOf, type XmlElement, xml, xmlText } from './element.ts'

/** What the room needs of XEP-0045 (rooms), 0313 (archive), 0085 (typing), 0359 (ids). */

const muc = 'http://jabber.org/protocol/muc'
const mam = 'urn:xmpp:mam:2'
const chatStates = 'http://jabber.org/protocol/chatstates'

export const joinStanza = (occupant: string): string =>
  xml(
    'presence',
    { xmlns: 'jabber:client', to: occupant },
    xml('x', { xmlns: muc }, xml('history', { maxstanzas: '0' })),
  )

const field = (name: string, value: string): string => xml('field', { var: name }, xml('value', {}, xmlText(value)))

/** A room that stays when all have left, is listed nowhere, and keeps what was said. */
export const roomConfiguration = (title: string): string =>
  xml(
    'query',
    { xmlns: `${muc}#owner` },
    xml(
      'x',
      { xmlns: 'jabber:x:data', type: 'submit' },
      field('FORM_TYPE', `${muc}#roomconfig`),
      field('muc#roomconfig_roomname', title),
      field('muc#roomconfig_persistentroom', '1'),
      field('muc#roomconfig_publicroom', '0'),
      field('muc#roomconfig_enablearchiving', '1'),
    ),
  )

export const inviteStanza = (room: string, jid: string): string =>
  xml('message', { xmlns: 'jabber:client', to: room }, xml('x', { xmlns: `${muc}#user` }, xml('invite', { to: jid })))

export const textStanza = (room: string, id: string, text: string): string =>
  xml(
    'message',
    { xmlns: 'jabber:client', to: room, type: 'groupchat', id },
    xml('body', {}, xmlText(text)),
    xml('origin-id', { xmlns: 'urn:xmpp:sid:0', id }),
  )

export const typingStanza = (room: string, typing: boolean): string =>
  xml(
    'message',
    { xmlns: 'jabber:client', to: room, type: 'groupchat' },
    xml(typing ? 'composing' : 'paused', { xmlns: chatStates }),
    xml('no-store', { xmlns: 'urn:xmpp:hints' }),
  )

/** One page of the archive, oldest first. */
export const archiveQuery = (queryId: string, after: string | undefined): string =>
  xml(
    'query',
    { xmlns: mam, queryid: queryId },
    xml(
      'set',
      { xmlns: 'http://jabber.org/protocol/rsm' },
      xml('max', {}, '100'),
      after === undefined ? undefined : xml('after', {}, xmlText(after)),
    ),
  )

/** What was said in a room. */
export interface Said {
  /** Its id in the archive. */
  readonly id: string
  /** What the sender called it. */
  readonly sentAs: string | undefined
  readonly nick: string
  readonly text: string
  /** By the archive. */
  readonly stamp: string | undefined
}

/** A message of the room as it is told live. `undefined`: it says nothing (typing, a change of subject). */
export function readLive(stanza: XmlElement, room: string): Said | undefined {
  const id = stanza.children.find(({ name, attributes: { by } }) => name === 'stanza-id' && by === room)?.attributes.id
  return id === undefined ? undefined : said(stanza, id, undefined)
}

/** A message of the archive, and the query that it answers. */
export function readArchived(
  stanza: XmlElement,
): (Said & { readonly queryId: string | undefined }) | 'nothing' | undefined {
  const result = childOf(stanza, 'result', mam)
  const { id, queryid: queryId } = result?.attributes ?? {}
  const forwarded = childOf(result, 'forwarded')
  const message = childOf(forwarded, 'message')
  if (!result || id === undefined) return undefined
  const found = message && said(message, id, childOf(forwarded, 'delay')?.attributes.stamp)
  return found ? { ...found, queryId } : 'nothing'
}

function said({ attributes, ...stanza }: XmlElement, id: string, stamp: string | undefined): Said | undefined {
  const text = childOf({ attributes, ...stanza }, 'body')?.text
  if (attributes.type !== 'groupchat' || text === undefined) return undefined
  return { id, text, stamp, sentAs: attributes.id, nick: nickOf(attributes.from) }
}

export const nickOf = (occupant = ''): string => occupant.slice(occupant.indexOf('/') + 1)

/** Who types, and whether. */
export function readTyping(stanza: XmlElement): boolean | undefined {
  const state = stanza.children.find(({ attributes }) => attributes.xmlns === chatStates)?.name
  return state === undefined ? undefined : state === 'composing'
}

export const statusCodes = (presence: XmlElement): (string | undefined)[] =>
  childOf(presence, 'x', `${muc}#user`)
    ?.children.filter(({ name }) => name === 'status')
    .map(({ attributes }) => attributes.code) ?? []
