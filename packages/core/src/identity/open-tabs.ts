import type { VisitorFacts } from '../feature.ts'
import type { Scope } from '../scope.ts'
import type { GetToken } from './signed-identity.ts'

/** What the tabs of one app tell each other about who is here. */
export type TabTalk =
  | WhoIsHere
  /** Asks for it. */
  | { readonly kind: 'who' }
  | { readonly kind: 'token-wanted'; readonly id: string; readonly why: Parameters<GetToken>[0] }
  | { readonly kind: 'token'; readonly id: string; readonly token: string }

export interface WhoIsHere {
  readonly kind: 'here'
  /** Since so many endings. */
  readonly endings: number
  /** Absent: nobody in particular. */
  readonly visitor?: VisitorFacts
  /** It has just become so; else it is an answer. */
  readonly isNews: boolean
  /** Who was signed out; '' was nobody in particular. Absent: nobody was. */
  readonly left?: string
}

export interface Tabs {
  onmessage: ((event: { readonly data: TabTalk }) => void) | null
  postMessage(message: TabTalk): void
}

/** @param name Of the storage that the tabs share. */
export function openTabs(name: string, scope: Scope): Tabs {
  const channel = new BroadcastChannel(`${name}/who`)
  scope.add(() => channel.close())
  return channel as Tabs
}
