import type { Json } from '@docent/protocol'

/** Draws a part of a message into an element that is its own; answers what ends it, if anything. */
export type PartRenderer = (data: Json, container: HTMLElement) => (() => void) | undefined

/** Another way to reach the team. */
export interface Channel {
  readonly kind: 'mail' | 'phone' | 'telegram' | 'whatsapp' | 'other'
  /** Where a press leads: `mailto:`, `tel:` or an address on the web. */
  readonly url: string
  /** @default the name of its kind */
  readonly label?: string
}

export interface BugReportOptions {
  /** The version of your app. */
  readonly appVersion?: string
  /** The newest 10 errors of the page are kept for a report, from when the chat is loaded: the panel was opened, or a conversation is open. @default false */
  readonly collectErrors?: boolean
  /** Asked when a report is made: whatever else helps you. @example () => ({ build: 'a1b2c3', flags: ['new-editor'] }) */
  readonly extra?: () => Readonly<Record<string, Json>>
}

export interface ChatOptions {
  /**
   * Articles are suggested while a new conversation is being written, where the help feature is installed.
   * @default true
   */
  readonly suggestArticles?: boolean
  /** A new answer is shown by the launcher while the panel is closed, and can be answered there. @default true */
  readonly preview?: boolean
  /** How much is unread stands before the title of the page: `(2) Invoices`. @default false */
  readonly countInTitle?: boolean
  /** A short sound, when an answer comes that the visitor is not looking at. @default false */
  readonly sound?: boolean
  /**
   * A notification of the browser, when an answer comes while the page is hidden. The visitor is asked beside a conversation that waits for an
   * answer, never before. @default false
   */
  readonly notification?: boolean
  /** A new conversation asks what it is about: something is broken, missing, or not understood. @default false */
  readonly reasons?: boolean
  /** What goes with "something is broken". The visitor sees all of it, and may leave it out. */
  readonly bugReport?: BugReportOptions
  /** Other ways to reach the team, offered where a new conversation begins. @default none */
  readonly channels?: readonly Channel[]
  /**
   * Draws `custom` parts of messages, by their name. Parts without one here are shown as their `fallback`. What is drawn lies
   * inside the widget's shadow root: styles of the page do not reach it.
   * @example chat({ parts: { order: (data, container) => void (container.textContent = `Order ${data}`) } })
   */
  readonly parts?: Readonly<Record<string, PartRenderer>>
}
