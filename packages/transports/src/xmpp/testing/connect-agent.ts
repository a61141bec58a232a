import { client, xml } from '@xmpp/client'

/** A member of the team with an XMPP client that is not ours. Enters every room that it is invited to. */
export interface XmppAgent {
  /** Writes into the room of a conversation, once it has been invited there. */
  say(conversationId: string, text: string): Promise<void>
  /** Begins to type. */
  compose(conversationId: string): Promise<void>
  leave(): Promise<void>
}

type Stanza = ReturnType<typeof xml>

export async function connectAgent(service: string): Promise<XmppAgent> {
  const agent = client({ service, domain: 'localhost', username: 'agent', password: 'secret' })
  const entered = new Set<string>()
  const echoed = new Set<string>()
  const waiting = new Set<() => void>()
  const changed = () => {
    for (const look of [...waiting]) look()
  }
  const until = <T>(find: () => T | undefined): Promise<T> =>
    new Promise((resolve) => {
      const look = () => {
        const found = find()
        if (found === undefined) return
        waiting.delete(look)
        resolve(found)
      }
      waiting.add(look)
      look()
    })
  agent.on('error', () => {})
  agent.on('stanza', (stanza: Stanza) => {
    const { from = '', id = '' } = stanza.attrs as Record<string, string>
    const room = from.split('/')[0] ?? ''
    if (stanza.is('message') && stanza.getChild('x', 'http://jabber.org/protocol/muc#user')?.getChild('invite'))
      agent
        .send(xml('presence', { to: `${room}/Ada` }, xml('x', { xmlns: 'http://jabber.org/protocol/muc' })))
        // Invited at the very end of a test, when the agent is leaving.
        .catch(() => {})
    if (stanza.is('presence') && from.endsWith('/Ada')) entered.add(room)
    if (stanza.is('message')) echoed.add(id)
    changed()
  })
  await agent.start()
  await agent.send(xml('presence'))
  const roomOf = (conversationId: string): Promise<string> =>
    until(() => [...entered].find((room) => room.startsWith(`${conversationId}-`)))
  return {
    async say(conversationId, text) {
      const id = crypto.randomUUID()
      const to = await roomOf(conversationId)
      await agent.send(xml('message', { to, type: 'groupchat', id }, xml('body', {}, text)))
      await until(() => echoed.has(id) || undefined)
    },
    async compose(conversationId) {
      const to = await roomOf(conversationId)
      const composing = xml('composing', { xmlns: 'http://jabber.org/protocol/chatstates' })
      await agent.send(xml('message', { to, type: 'groupchat' }, composing))
    },
    async leave() {
      await agent.stop()
    },
  }
}
