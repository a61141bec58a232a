import type { Conversation, Message } from '@docent/protocol'
import type { ShownConversation } from './client.ts'
import { type ConversationRecord, textOf } from './server-records.ts'
import { visitorOf } from './visitor-of.ts'
import { type Device, isCounted, isUpToDate, ownerOf, type Tab, type World, type Written } from './world.ts'

/**
 * The promise, when everything has come to rest: delivered, shown once, in one order, to the right person.
 * @param isLast Every device has had a new page view since: also what was written while somebody signed in is there.
 */
export function judge(world: World, isLast: boolean): void {
  for (const message of world.written) judgeDelivery(world, message, isLast || message.change === message.tab.changes)
  judgeOrder(world)
  judgeNobodies(world)
  for (const device of world.devices) judgeConnections(world, device)
  for (const tab of world.tabs()) judgeTab(world, tab)
}

/** E9: the tabs of one identity have one connection, where they share locks and a disk. */
function judgeConnections({ plan, violations }: World, { index, tabs, hasFullDisk }: Device): void {
  if (hasFullDisk || plan.steps.some(({ what }) => what === 'locks-missing')) return
  const connected = tabs.filter(({ transport }) => transport.connected())
  if (new Set(connected.map(({ signedId }) => signedId)).size < connected.length)
    violations.add(`E9: device ${index} has ${connected.length} connections`)
}

function judgeDelivery(world: World, message: Written, isDue: boolean): void {
  const { server, violations } = world
  const found = [...server.conversations.values()].flatMap((record) =>
    record.messages.filter((candidate) => textOf(candidate) === message.text).map(() => record),
  )
  if (message.device.hasFullDisk) return
  if (found.length > 1) violations.add(`E3: ${message.text} was done ${found.length} times`)
  const [record] = found
  // Who signs out is asked about what was not sent.
  const isEnded = message.device.tabs.some(({ client }) => client.signOuts() !== message.signOuts)
  if (!record && isDue && message.isSafe && !message.mayBeLost && !isEnded)
    violations.add(`E1: ${message.text} is lost`)
  if (!record || !isCounted(message)) return
  const { signedId } = server.visitors.get(record.visitorId) ?? {}
  const owner = ownerOf(message)
  if (signedId !== undefined ? signedId !== owner : message.signedId !== undefined)
    violations.add(`E10: ${message.text} left under ${signedId ?? 'nobody'}, not ${owner ?? 'nobody'}`)
}

/** E10: an anonymous visitor is one person, of one browser and between two sign-outs. */
function judgeNobodies({ server, written, violations }: World): void {
  const byText = new Map(written.map((message) => [message.text, message]))
  const people = new Map<string, string>()
  for (const { visitorId, messages } of server.conversations.values()) {
    if (server.visitors.get(visitorId)?.signedId !== undefined) continue
    for (const candidate of messages) {
      const message = byText.get(textOf(candidate))
      if (!message || !isCounted(message)) continue
      const person = `device ${message.device.index} after ${message.signOuts} sign-outs`
      const known = people.get(visitorId) ?? person
      if (known !== person) violations.add(`E10: ${visitorId} is ${known} and ${person}`)
      people.set(visitorId, known)
    }
  }
}

/** E2: what one tab wrote into one conversation is in the order in which it was written. */
function judgeOrder({ server, written, violations }: World): void {
  const byText = new Map(written.map((message) => [message.text, message]))
  for (const { messages } of server.conversations.values()) {
    const last = new Map<Tab, Written>()
    for (const candidate of messages) {
      const message = byText.get(textOf(candidate))
      if (!message) continue
      const before = last.get(message.tab)
      if (before && before.index > message.index) violations.add(`E2: ${before.text} overtook ${message.text}`)
      last.set(message.tab, message)
    }
  }
}

function judgeTab(world: World, tab: Tab): void {
  const { server, violations } = world
  // What a full disk did not take, nobody can promise; who has done nothing here has not opened it.
  if (tab.device.hasFullDisk || !tab.device.hasActed) return
  if (!isUpToDate(tab)) violations.add(`E10: ${tab.name} is still ${tab.client.signedId()}, not ${tab.signedId}`)
  const visitor = visitorOf(world, tab)
  const expected = [...server.conversations.values()].filter(({ visitorId }) => visitorId === visitor?.id)
  const shown = new Map(tab.client.shown().map((conversation) => [conversation.id ?? conversation.key, conversation]))
  if (!tab.client.isAtRest()) violations.add(`E8: ${tab.name} still has something to send`)
  for (const record of expected) {
    const conversation = shown.get(record.conversation.id)
    if (conversation) judgeConversation(world, tab, record, conversation)
    else violations.add(`E6: ${tab.name} does not show ${record.conversation.id}`)
    shown.delete(record.conversation.id)
  }
  for (const [key, { messages }] of shown)
    violations.add(`E10: ${tab.name} shows ${key}, which is not there: ${messages.map(({ text }) => text)}`)
}

function judgeConversation(
  { violations, mayBeStale }: World,
  { name }: Tab,
  { conversation, messages }: ConversationRecord,
  shown: ShownConversation,
): void {
  // Where events are gone nobody can know that an older message was changed: only that it is there.
  const want = messages.filter(({ state }) => mayBeStale || state !== 'removed').map(mayBeStale ? idOf : labelOf)
  const got = shown.messages
    .filter(({ removed }) => mayBeStale || !removed)
    .map(({ id, text }) => (mayBeStale ? id : `${id} “${text}”`))
  if (got.join() !== want.join()) violations.add(`${ruleOf(want, got)}: ${name} shows [${got}] instead of [${want}]`)
  const odd = shown.messages.filter(({ standing }) => standing !== 'there')
  if (odd.length > 0) violations.add(`E3: ${name} shows ${odd.map(({ text, standing }) => `${text} as ${standing}`)}`)
  const state = ({ status, unread }: Pick<Conversation, 'status' | 'unread'>): string => `${status}, ${unread} unread`
  const [is, shouldBe] = [state({ ...conversation, ...shown } as Conversation), state(conversation)]
  if (is !== shouldBe) violations.add(`E7: ${name} shows ${conversation.id} as ${is} instead of ${shouldBe}`)
  if (shown.isTyping) violations.add(`E12: ${name} shows for ever that somebody is typing`)
}

const idOf = ({ id, commandId }: Message): string => commandId ?? id
const labelOf = (message: Message): string => `${idOf(message)} “${textOf(message)}”`

/** The same messages in another order break one rule; other messages, another. */
const ruleOf = (want: readonly string[], got: readonly string[]): string =>
  [...want].sort().join() === [...got].sort().join() ? 'E4' : 'E6'
