import type { ShownConversation } from './client.ts'
import { textOf } from './server-records.ts'
import { type Device, isCounted, isUpToDate, ownerOf, type Tab, type World, type Written } from './world.ts'

/** What must be true at every moment, in every tab. */
export function watch(world: World): void {
  for (const device of world.devices) {
    watchUntouched(world, device)
    for (const { client } of device.tabs) device.signOuts = Math.max(device.signOuts, client.signOuts() ?? 0)
    for (const tab of device.tabs) {
      if (!tab.isDirty) continue
      tab.isDirty = false
      watchTab(world, tab)
    }
  }
}

function watchUntouched({ violations }: World, { disk, tabs, hasSignedOut, hasActed, hasWritten }: Device): void {
  // That somebody has signed out is known afterwards.
  const isEmpty = ({ size }: ReadonlyMap<string, unknown>): boolean => size <= (hasSignedOut ? 1 : 0)
  if (!hasWritten && ![...disk.databases.values()].every(isEmpty))
    violations.add('E13: something is stored before the visitor has said anything')
  if (!hasActed && tabs.some(({ transport }) => transport.visitorId() !== undefined))
    violations.add('E13: a link was opened before the visitor has done anything')
}

function watchTab(world: World, tab: Tab): void {
  const { violations, written } = world
  const [signOuts, signedId] = [tab.client.signOuts(), tab.client.signedId()]
  if (signOuts !== undefined && signedId !== undefined) tab.device.signedIn.set(signOuts, signedId)
  const shown = tab.client.shown()
  const messages = shown.flatMap((conversation) => conversation.messages.filter(({ removed }) => !removed))
  for (const twice of repeated(messages.map(({ id }) => id))) violations.add(`E4: ${tab.name} shows ${twice} twice`)
  const texts = messages.filter(({ mine }) => mine).map(({ text }) => text)
  for (const twice of repeated(texts)) violations.add(`E4: ${tab.name} shows ${twice} twice`)
  const isShown = new Set(texts)
  for (const message of written) {
    const { text } = message
    if (isShown.has(text) && !belongs(message, tab)) violations.add(`E10: ${tab.name} shows ${text} of somebody else`)
    if (!isShown.has(text) && stays(world, message, tab, shown)) violations.add(`E1: ${text} vanished from ${tab.name}`)
  }
}

const repeated = (items: readonly string[]): string[] => items.filter((item, index) => items.indexOf(item) !== index)

const belongs = (message: Written, tab: Tab): boolean =>
  !isCounted(message) ||
  (tab.client.signedId() === undefined ? isOfSameNobody(message, tab) : ownerOf(message) === tab.client.signedId())

const isOfSameNobody = ({ device, signedId, signOuts }: Written, tab: Tab): boolean =>
  device === tab.device && signedId === undefined && signOuts === tab.client.signOuts()

/**
 * What a visitor has written here stays before their eyes until the server has it, and what the server has comes back. When
 * somebody signs in in another tab, that one takes it along, and this one follows.
 */
const stays = (world: World, message: Written, tab: Tab, shown: readonly ShownConversation[]): boolean =>
  message.tab === tab &&
  message.isSafe &&
  isUpToDate(tab) &&
  message.signedId === tab.client.signedId() &&
  message.signOuts === tab.client.signOuts() &&
  shown.every(({ isComplete }) => isComplete) &&
  !isDelivered(world, message)

const isDelivered = ({ server }: World, { text }: Written): boolean =>
  [...server.conversations.values()].some(({ messages }) => messages.some((message) => textOf(message) === text))
