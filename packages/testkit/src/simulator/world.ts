import { createFakePage, type FakePage } from '../fakes/fake-page.ts'
import { createChannels } from './channels.ts'
import type { OpenClient, SimulatedClient } from './client.ts'
import { createDeviceClock } from './device-clock.ts'
import { createDisk, type Disk } from './disk.ts'
import { type Conditions, createConditions } from './faults.ts'
import { installGlobals, nameIn } from './globals.ts'
import { createLocks, type Locks } from './locks.ts'
import { createNetwork, type Network } from './network.ts'
import type { Plan } from './plan.ts'
import { createProcess, type Process } from './process.ts'
import { createRandom, type Random } from './random.ts'
import { createSchedule, type Schedule } from './schedule.ts'
import { createServer, type Server } from './server.ts'
import { createTransport, type SimulatedTransport } from './transport.ts'

export interface Tab {
  readonly name: string
  readonly device: Device
  readonly process: Process
  readonly page: FakePage
  readonly transport: SimulatedTransport
  readonly client: SimulatedClient
  /** Who is signed in here. */
  signedId: string | undefined
  /** How often that changed. */
  changes: number
  /** How many of them the host page has said here and are under way. */
  changing: number
  /** The visitor has done something in it. */
  hasActed: boolean
  hasFullDisk: boolean
  isDirty: boolean
}

/** A browser with its disk, its clock and its tabs. */
export interface Device {
  readonly index: number
  readonly disk: Disk
  readonly locks: Locks
  readonly channel: ReturnType<typeof createChannels>
  skewMs: number
  signedId: string | undefined
  /** Who is signed in has been said in some tab, and has taken hold there. */
  isSaid: boolean
  /** Somebody has signed out here. */
  hasSignedOut: boolean
  /** As many sign-outs as any tab of it knows of. */
  signOuts: number
  /** Who has signed in since so many sign-outs, as tabs say: what was nobody's by then is theirs. */
  readonly signedIn: Map<number, string>
  tabs: Tab[]
  /** The visitor has opened the panel here. */
  hasActed: boolean
  /** The visitor has said something here. */
  hasWritten: boolean
  hasFullDisk: boolean
}

/** The tab knows who is here: it was told, or has followed another one. */
export const isUpToDate = ({ client, device, signedId }: Tab): boolean =>
  device.isSaid && client.signedId() === signedId && client.signOuts() === device.signOuts

/** The tab knew when it was written; and no full disk keeps tabs from writing down that somebody has signed out. */
export const isCounted = ({ device, signOuts }: Written): boolean => !device.hasFullDisk && signOuts !== undefined

/** Whose message it is by now: an anonymous visitor who signs in becomes somebody. */
export const ownerOf = ({ device, signedId, signOuts }: Written): string | undefined =>
  signedId ?? device.signedIn.get(signOuts ?? -1)

/** A message that a visitor wrote. */
export interface Written {
  readonly text: string
  readonly tab: Tab
  readonly device: Device
  /** After so many sign-outs, as the tab knew. */
  readonly signOuts: number | undefined
  /** Who was signed in, as the tab knew. */
  readonly signedId: string | undefined
  /** Of the tab's identity, when it was written. */
  readonly change: number
  /** Order of writing, over all. */
  readonly index: number
  /** Key of its conversation, once known. */
  key: string | undefined
  /** Nothing can lose it from now on. */
  isSafe: boolean
  /** It may be lost, and the visitor was told. */
  mayBeLost: boolean
}

export interface World {
  readonly plan: Plan
  readonly schedule: Schedule
  readonly random: Random
  readonly conditions: Conditions
  readonly network: Network
  readonly server: Server
  readonly devices: readonly Device[]
  readonly written: Written[]
  readonly violations: Set<string>
  /** Events are gone, or told as gone. */
  mayBeStale: boolean
  /** What happened, for whoever reads a failure. */
  readonly trace: string[]
  openTab(device: Device): Tab
  /** The tab is gone, at whatever it awaits. */
  endTab(tab: Tab): void
  tabs(): readonly Tab[]
  /** Something rejected that never should. */
  fail(error: unknown): void
  /** Puts the real browser back. */
  restore(): void
}

const startMs = Date.UTC(2026, 0, 1)

/** @param settled Called after everything that happens. */
export function createWorld(plan: Plan, open: OpenClient, settled: () => void): World {
  const random = createRandom(plan.seed ^ 0x5eed)
  const schedule = createSchedule(startMs, settled)
  const conditions = createConditions(schedule.now, random)
  const network = createNetwork(schedule, random, conditions)
  const server = createServer(plan.profile, schedule.now)
  const processes = new Map<string, Process>()
  const performing = new Map<string, Tab>()
  const violations = new Set<string>()
  const trace: string[] = []
  const devices = [0, 1].map((index): Device => {
    const disk = createDisk(schedule, random, conditions)
    return {
      index,
      disk,
      locks: createLocks(random),
      channel: createChannels(schedule, random),
      skewMs: 0,
      signedId: undefined,
      isSaid: true,
      hasSignedOut: false,
      signOuts: 0,
      signedIn: new Map(),
      tabs: [],
      hasActed: false,
      hasWritten: false,
      hasFullDisk: false,
    }
  })
  const restore = installGlobals({
    random,
    locks: { request: (process, ...rest) => deviceOf(process).locks.request(process, ...rest) },
    channel: (process, ...rest) => deviceOf(process).channel(process, ...rest),
    process: (name) => processes.get(name),
    hasLocks: () => !conditions.lasts('locks-missing'),
  })
  const deviceOf = ({ name }: Process): Device => devices[Number(name.split('.')[0])] as Device

  const hasLocks = plan.steps.every(({ what }) => what !== 'locks-missing')
  /** E9: of one device no two tabs send one command at once. */
  const watchSends = (tab: Tab) => (commandId: string, begins: boolean) => {
    const key = `${tab.device.index}/${tab.signedId}/${commandId}`
    const other = performing.get(key)
    if (begins && other && other !== tab && other.process.alive() && hasLocks)
      violations.add(`E9: ${tab.name} and ${other.name} send one command at once`)
    if (begins) performing.set(key, tab)
    else if (other === tab) performing.delete(key)
  }
  const world: World = {
    ...{ plan, schedule, random, conditions, network, server, devices, violations, trace, restore },
    written: [],
    mayBeStale: plan.profile.resume !== 'cursor',
    openTab(device) {
      const name = `${device.index}.${processes.size}`
      const process = createProcess(name, schedule)
      processes.set(name, process)
      const page = createFakePage()
      page.online.value = !conditions.lasts('network-down')
      const send = { told: (_commandId: string, _begins: boolean): void => {} }
      const onPerform = (commandId: string, begins: boolean): void => send.told(commandId, begins)
      const transport = createTransport({ process, network, server, schedule, conditions, onPerform })
      const ports = {
        ...{ transport, page },
        clock: createDeviceClock(process, schedule, () => device.skewMs),
        storage: (bare: string) =>
          Object.defineProperty(
            device.disk.storage(process, bare, () => tab.hasFullDisk),
            'name',
            { value: nameIn(process, bare) },
          ) as never,
        getToken: createTokens(world, process, violations),
        report: (error: unknown) => void trace.push(`${name} reports ${String(error)}`),
      }
      const tab: Tab = {
        ...{ name, device, process, page, transport, client: open(ports), signedId: undefined },
        ...{ changes: 0, changing: 0, isDirty: true, hasActed: false, hasFullDisk: false },
      }
      send.told = watchSends(tab)
      tab.client.watch(() => {
        tab.isDirty = true
      })
      device.tabs = [...device.tabs, tab]
      return tab
    },
    endTab(tab) {
      tab.process.kill()
      tab.device.tabs = tab.device.tabs.filter((other) => other !== tab)
      for (const message of world.written) if (message.tab === tab && !tab.client.isDurable()) message.mayBeLost = true
    },
    fail: (error) => void violations.add(`it throws: ${error instanceof Error ? error.stack : error}`),
    tabs: () => devices.flatMap(({ tabs }) => tabs),
  }
  return world
}

/** The host's token endpoint. E11: asked once, however many calls need it. */
function createTokens(world: World, process: Process, violations: Set<string>) {
  return (signedId: string) => {
    let asking = 0
    return (): Promise<string> => {
      if (++asking > 1) violations.add('E11: the host page is asked for a token twice at once')
      return new Promise((resolve, reject) => {
        process.later(world.random.between(1, 200), () => {
          asking--
          if (world.conditions.strikes('token-refused') || world.network.isDown()) reject(new Error('no token'))
          else resolve(signedId)
        })
      })
    }
  }
}
