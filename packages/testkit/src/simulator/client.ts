import type { Clock, Storage } from '@docent/core'
import type { Transport } from '@docent/protocol'
import type { FakePage } from '../fakes/fake-page.ts'

/** What a tab gives to the widget that runs in it. */
export interface TabPorts {
  readonly transport: Transport
  readonly clock: Clock
  readonly page: FakePage
  /** A database of this device's browser. Name locks and channels after it: `navigator.locks` knows this tab by the name. */
  storage(name: string): Storage & { readonly name: string }
  /** The host's function that fetches a token. */
  getToken(signedId: string): (why: 'first' | 'expired' | 'rejected') => Promise<string>
  /** Something went wrong and was dealt with. */
  report(error: unknown): void
}

/** One message on the screen. */
export interface ShownMessage {
  /** The backend's id, or that of the command on its way. The same one for as long as it is shown. */
  readonly id: string
  readonly text: string
  readonly mine: boolean
  /** `waiting`: on its way; `unsure`: the person is asked; `there`: it is where it was to go. */
  readonly standing: 'waiting' | 'there' | 'failed' | 'unsure'
  readonly removed: boolean
}

/** One conversation on the screen. */
export interface ShownConversation {
  /** The backend's id, once it is known. */
  readonly id?: string
  readonly key: string
  readonly status: string
  readonly unread: number
  readonly isTyping: boolean
  /** `false`: the screen says that there is more before the first message. */
  readonly isComplete: boolean
  readonly messages: readonly ShownMessage[]
}

/** The widget in one tab, as the visitor uses it. */
export interface SimulatedClient {
  /** Writes into a conversation, by key; `undefined` starts one. Resolves to its key when nothing can lose the message any more. */
  write(key: string | undefined, text: string): Promise<string>
  /** Opens the panel, on a conversation where one is named, and reads it. */
  look(key?: string): void
  /** Reads back to the beginning of every conversation. */
  readAll(): Promise<void>
  /** The host page says it here; tabs where it does not follow. */
  signIn(signedId: string): Promise<void>
  signOut(): Promise<void>
  /** Who is signed in here by now. */
  signedId(): string | undefined
  /** How many sign-outs of this browser this tab knows of; `undefined` until it has read that. */
  signOuts(): number | undefined
  shown(): readonly ShownConversation[]
  /** Called when something may look different. */
  watch(changed: () => void): void
  /** Nothing waits to be sent. */
  isAtRest(): boolean
  /** What is written outlives the tab. */
  isDurable(): boolean
  /** The page is left. */
  close(): void
}

export type OpenClient = (ports: TabPorts) => SimulatedClient
