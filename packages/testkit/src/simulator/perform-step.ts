import type { Message } from '@docent/protocol'
import type { MomentaryFault } from './faults.ts'
import { type Act, isLasting, type Step } from './plan.ts'
import type { ConversationRecord } from './server-records.ts'
import { visitorOf } from './visitor-of.ts'
import { type Device, isUpToDate, type Tab, type World } from './world.ts'

/** Makes one step of the plan happen. What there is nobody to do, or nothing to do to, does not. */
export function performStep(world: World, step: Step): void {
  const { what, forMs } = step
  world.trace.push(`${world.schedule.now() % 1e8} ${what} ${step.who} ${step.where} for ${forMs}`)
  if (isLasting(what)) startLasting(world, what, forMs)
  else handlers[what](world, step)
}

function startLasting(world: World, what: Parameters<World['conditions']['start']>[0], forMs: number): void {
  const { conditions, schedule } = world
  conditions.start(what, schedule.now() + forMs)
  if (what !== 'network-down' && what !== 'network-down-unnoticed') return
  const noticed = what === 'network-down'
  for (const tab of world.tabs()) {
    tab.transport.cut(noticed)
    if (noticed) setOnline(tab, false)
  }
  if (noticed) {
    schedule.after(forMs + 1, () => {
      if (!conditions.lasts('network-down')) for (const tab of world.tabs()) setOnline(tab, true)
    })
  }
}

const setOnline = (tab: Tab, online: boolean): void =>
  void tab.process.later(0, () => {
    tab.page.online.value = online
  })

const pick = <T>(items: readonly T[], index: number): T | undefined => items[index % Math.max(1, items.length)]
const tabOf = (world: World, step: Step): Tab | undefined =>
  pick(
    world.tabs().filter(({ process }) => process.awake()),
    step.who,
  )
const conversationOf = (world: World, step: Step): ConversationRecord | undefined =>
  pick([...world.server.conversations.values()], step.where)

function write(world: World, tab: Tab, key: string | undefined): void {
  const { written } = world
  const { device, client } = tab
  const [signOuts, signedId] = [client.signOuts(), client.signedId()]
  tab.hasActed = true
  const message = {
    ...{
      text: `w${written.length}`,
      tab,
      device,
      signOuts,
      change: isUpToDate(tab) ? tab.changes : -1,
      index: written.length,
      key,
      signedId,
    },
    // A tab that does not know yet who is here has nothing to write with.
    ...{ isSafe: false, mayBeLost: signOuts === undefined },
  }
  written.push(message)
  device.hasActed = device.hasWritten = true
  client.write(key, message.text).then(
    (known) => {
      message.key = known
      message.isSafe = true
    },
    (error) => {
      message.mayBeLost = true
      world.trace.push(`${tab.name} could not write ${message.text}: ${error}`)
    },
  )
}

/** Does something to a message of the team's that is not gone. */
function changeMessage(world: World, step: Step, change: (message: Message) => Partial<Message>): void {
  const record = conversationOf(world, step)
  const theirs = record?.messages.filter(({ author, state }) => author.kind === 'agent' && state !== 'removed') ?? []
  const message = pick(theirs, step.who)
  if (record && message) world.server.changeMessage(record, message, change(message))
}

const textPart = (text: string) => [{ type: 'text', text, format: 'plain' }] as const
const newText = ({ schedule }: World, step: Step): string => `a${schedule.now() % 1e8}.${step.who}`

const handlers: Readonly<Record<Act | MomentaryFault, (world: World, step: Step) => void>> = {
  'visitor-starts'(world, step) {
    const tab = tabOf(world, step)
    if (tab) write(world, tab, undefined)
  },
  'visitor-writes'(world, step) {
    const tab = tabOf(world, step)
    if (tab) write(world, tab, pick(tab.client.shown(), step.where)?.key)
  },
  'visitor-looks'(world, step) {
    const tab = tabOf(world, step)
    if (!tab) return
    const conversation = pick(tab.client.shown(), step.where)
    tab.hasActed = tab.device.hasActed = true
    // What is read is told, and so there is something to keep.
    if (conversation) tab.device.hasWritten = true
    tab.client.look(conversation?.key)
  },
  'tab-opens'(world, step) {
    const device = pick(world.devices, step.who)
    if (device && device.tabs.length < 3) openTab(world, device)
  },
  'agent-says'(world, step) {
    const record = conversationOf(world, step)
    if (record) world.server.agentSays(record, newText(world, step))
  },
  'agent-edits': (world, step) =>
    changeMessage(world, step, (message) => ({ parts: textPart(`${newText(world, step)}e${message.order}`) })),
  'agent-removes': (world, step) => changeMessage(world, step, () => ({ state: 'removed', parts: [] })),
  'agent-types'(world, step) {
    const record = conversationOf(world, step)
    if (!record) return
    const { id: conversationId } = record.conversation
    const author = { kind: 'agent', id: 'agent-1' } as const
    for (const subscription of world.server.subscriptions)
      if (subscription.visitorId === record.visitorId)
        subscription.tell({ type: 'typing-changed', conversationId, author, typing: true, ttlMs: 6000 })
  },
  'agent-reads'(world, step) {
    const record = conversationOf(world, step)
    if (record) world.server.changeConversation(record, { readByAgents: record.messages.length })
  },
  'agent-closes'(world, step) {
    const record = conversationOf(world, step)
    if (record) world.server.changeConversation(record, { status: 'closed' })
  },
  'agent-streams'(world, step) {
    const record = conversationOf(world, step)
    if (!record) return
    const text = newText(world, step)
    const { order } = world.server.agentSays(record, '', 'streaming')
    const grow = (length: number): void => {
      const message = record.messages[order - 1]
      if (message?.state !== 'streaming') return
      const isDone = length >= text.length
      world.server.changeMessage(record, message, {
        parts: textPart(text.slice(0, length)),
        state: isDone ? 'done' : 'streaming',
      })
      if (!isDone) world.schedule.after(step.forMs / 10, () => grow(length + 3))
    }
    world.schedule.after(step.forMs / 10, () => grow(3))
  },
  'link-cut'(world, step) {
    for (const tab of pick(world.devices, step.who)?.tabs ?? []) tab.transport.cut(true)
  },
  'server-restarted'(world, step) {
    world.network.restartServer(step.forMs / 2)
    for (const tab of world.tabs()) tab.transport.cut(true)
  },
  'events-forgotten'(world) {
    world.server.forgetEvents()
    world.mayBeStale = true
  },
  'gap-told'(world, step) {
    const tab = tabOf(world, step)
    const visitorId = tab && visitorOf(world, tab)?.id
    if (visitorId === undefined) return
    for (const subscription of world.server.subscriptions) {
      if (subscription.visitorId !== visitorId) continue
      world.mayBeStale = true
      // Too much happened: the server does not tell it all.
      subscription.position = world.server.position()
      subscription.tell({ type: 'gap', reason: 'overflow' })
    }
  },
  'token-expired': ({ server }) => server.expireTokens(),
  'tab-crashed'(world, step) {
    const tab = tabOf(world, step)
    if (tab) world.endTab(tab)
  },
  'tab-closed'(world, step) {
    const tab = tabOf(world, step)
    if (!tab) return
    tab.page.frozen.value = true
    tab.client.close()
    world.endTab(tab)
  },
  'tab-reloaded'(world, step) {
    const tab = tabOf(world, step)
    if (!tab) return
    tab.page.frozen.value = true
    world.endTab(tab)
    openTab(world, tab.device)
  },
  'tab-frozen'(world, step) {
    const tab = tabOf(world, step)
    if (!tab) return
    tab.page.frozen.value = true
    world.schedule.after(1, tab.process.sleep)
    world.schedule.after(step.forMs, () => {
      tab.process.wake()
      tab.process.later(0, () => {
        tab.page.frozen.value = false
      })
    })
  },
  'tab-hidden'(world, step) {
    const tab = tabOf(world, step)
    if (!tab) return
    tab.page.visible.value = false
    tab.process.later(step.forMs, () => {
      tab.page.visible.value = true
    })
  },
  'device-slept'(world, step) {
    const tabs = pick(world.devices, step.who)?.tabs ?? []
    for (const tab of tabs) {
      tab.process.sleep()
      tab.transport.cut(true)
      world.schedule.after(step.forMs, tab.process.wake)
    }
  },
  'clock-changed'(world, step) {
    const device = pick(world.devices, step.who)
    if (device) device.skewMs = (step.where - 30) * 3_600_000
  },
  'storage-refused'(world, step) {
    const tab = tabOf(world, step)
    if (tab) tab.hasFullDisk = tab.device.hasFullDisk = true
  },
  'identity-changed': changeIdentity,
}

/** The host page says on every page view who is signed in; and that nobody is, where that has not been heard. */
export function openTab(world: World, device: Device): Tab {
  const tab = world.openTab(device)
  tab.signedId = device.signedId
  if (device.signedId !== undefined || !device.isSaid) say(world, tab)
  return tab
}

/** The host page says in this tab who is signed in now. */
function say({ fail }: World, tab: Tab): void {
  const { client, device, signedId } = tab
  tab.changing++
  const said = signedId === undefined ? client.signOut() : client.signIn(signedId)
  said.then(() => {
    tab.changing--
    device.isSaid ||= device.signedId === signedId
  }, fail)
}

/** The visitor signs in or out in one tab; what the host page says in the others comes later, and they may have followed by then. */
function changeIdentity(world: World, step: Step): void {
  const device = pick(world.devices, step.who)
  // Somebody must be there to do it.
  if (!device?.tabs.some(({ process }) => process.awake())) return
  if (device.signedId === undefined) device.signedId = `user-${step.where % 2}`
  else {
    device.signedId = undefined
    device.hasSignedOut = true
    for (const tab of device.tabs) tab.hasActed = false
  }
  device.isSaid = false
  for (const tab of device.tabs) {
    tab.signedId = device.signedId
    const change = ++tab.changes
    const isAtOnce = step.where % 3 === 0 || tab === device.tabs.find(({ process }) => process.awake())
    tab.process.later(isAtOnce ? 0 : world.random.between(1, 5000), () => {
      // Who says it later says what is true by then.
      if (tab.changes === change) say(world, tab)
    })
  }
}
