import type { Rule } from '@docent/core'
import type { Action, Id } from '@docent/protocol'

/**
 * A short message by the launcher that comes by itself: to someone who struggles, is here for the first time, or was away for long. It waits its
 * turn, is capped, and never takes the focus.
 * @example { id: 'stuck', when: { kind: 'struggle' }, text: 'Can we help with this page?', action: { kind: 'chat', label: 'Ask us' } }
 */
export interface NudgeDefinition<NudgeId extends Id = Id> {
  /** Letters, digits, `.`, `-` and `_`; its own among tours and nudges. */
  readonly id: NudgeId
  readonly when: Rule
  readonly title?: string
  readonly text: string
  /** What its button does: opens an article or the chat, starts a tour, goes to a page, runs code. Default: no button but to close it. */
  readonly action?: Action
  /** It may be answered where it stands: what is written begins a conversation, with what it answers. Needs the chat. Default `false`. */
  readonly answer?: boolean
  /** A button "Later" that brings it back so long after, ISO 8601 duration. Default: no such button. */
  readonly snooze?: string
  /** How long the rule must have been true, in ms. Default 0. */
  readonly delayMs?: number
  /** Of two that are due, the higher goes first. Default 0. */
  readonly priority?: number
  /** For the `caps` of the options, besides `all` and `guide`. */
  readonly groups?: readonly string[]
  /** It may come again so long after it was answered, ISO 8601 duration. Default: never. */
  readonly again?: string
}

/** What the visitor did with it. */
export type NudgeAnswer = 'completed' | 'dismissed' | 'snoozed'
