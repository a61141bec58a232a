import type { Random } from './random.ts'

/** What can go wrong, by name. Each lasts for a while, or happens once. */
export const lastingFaults = {
  'network-slow': 'answers and events take seconds',
  'network-down': 'nothing gets through, and the browser knows it',
  'network-down-unnoticed': 'nothing gets through, and the browser says that it is online',
  'request-lost': 'a request never arrives, and times out',
  'request-refused': 'a request is refused before it arrives',
  'request-repeated': 'a request arrives twice',
  'answer-lost': 'a request is done and its answer never comes',
  'answer-cut': 'a request is done and the connection dies before the answer',
  'answer-garbled': 'a proxy answers in place of the server, which may have done it',
  'answers-reordered': 'later requests overtake earlier ones',
  'events-repeated': 'events are told twice',
  'events-late': 'events are told after the link was closed',
  'link-half-open': 'the link is silent and looks healthy',
  'server-slow': 'the server thinks for seconds',
  'server-busy': 'the server asks to come back later',
  'token-refused': 'the host page cannot get a token',
  'storage-slow': 'the disk takes its time',
  'nudge-lost': 'tabs do not hear of one another',
  'locks-missing': 'the browser has no locks',
} as const

export const momentaryFaults = {
  'link-cut': 'every link of a device breaks',
  'server-restarted': 'the server is away for a while; what it was doing may be done or not',
  'events-forgotten': 'the server has let go of old events',
  'gap-told': 'the server says that events are missing',
  'token-expired': 'every token has run out',
  'tab-crashed': 'a tab is gone, at whatever it awaited',
  'tab-closed': 'a tab is closed',
  'tab-reloaded': 'a tab is loaded anew',
  'tab-frozen': 'a tab goes into the back/forward cache for a while',
  'tab-hidden': 'a tab is in the background for a while',
  'device-slept': 'a device sleeps for a while, and its links die',
  'clock-changed': 'a device’s clock is set forward or back',
  'storage-refused': 'the disk is full: from now on a tab keeps things in memory',
  'identity-changed': 'the visitor signs in, or out, while things are under way',
} as const

export type LastingFault = keyof typeof lastingFaults
export type MomentaryFault = keyof typeof momentaryFaults
export type Fault = LastingFault | MomentaryFault

export const faultNames = [...Object.keys(lastingFaults), ...Object.keys(momentaryFaults)] as readonly Fault[]

/** Which faults last now. */
export interface Conditions {
  start(fault: LastingFault, untilMs: number): void
  lasts(fault: LastingFault): boolean
  /** Whether a fault that lasts strikes this time. */
  strikes(fault: LastingFault): boolean
  heal(): void
}

export function createConditions(now: () => number, random: Random): Conditions {
  const until = new Map<LastingFault, number>()
  const lasts = (fault: LastingFault): boolean => now() < (until.get(fault) ?? 0)
  return {
    start: (fault, untilMs) => void until.set(fault, Math.max(untilMs, until.get(fault) ?? 0)),
    lasts,
    strikes: (fault) => lasts(fault) && random.chance(0.5),
    heal: () => until.clear(),
  }
}
