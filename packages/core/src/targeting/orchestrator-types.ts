import type { ReadonlySignal } from '@preact/signals-core'
import type { Evaluation, Rule, Trace, Verdict } from '../rules/rule.ts'

/** Where on the screen something wants to be. One surface per slot at a time; a bar is at the bottom edge, or at the top one. */
export type Slot = 'blocking' | 'corner' | 'anchored' | 'bar' | 'bar-top'

/** A wish to be on the screen. */
export interface SurfaceRequest {
  /** `<feature>/<id>`, for example `guide/welcome-tour`. */
  readonly id: string
  readonly slot: Slot
  /** Higher goes first. Default 0. */
  readonly priority?: number
  /**
   * `automatic` ones wait while the visitor types, the page is hidden, a dialog of the host or the panel is open, or an answer is unread, and are
   * capped; the others come at once.
   */
  readonly reason: 'automatic' | 'manual' | 'resume'
  readonly rule?: Rule
  /** For the host's caps, besides `all` and the feature's name. */
  readonly groups?: readonly string[]
  /** How long the rule must have been true, in ms. Default 0. */
  readonly delayMs?: number
  /** The slot is yours: draw. Returns how to leave it. */
  show(): () => void
}

export interface SurfaceTicket {
  /** `true` while it is on the screen. */
  readonly shown: ReadonlySignal<boolean>
  /** Gives the slot back, or the wish up. */
  release(): void
}

/** Why a surface is, or is not, on the screen. */
export interface Explanation {
  readonly id: string
  readonly shown: boolean
  /** Every gate in the order it was asked. The first that is not `true` is the reason. */
  readonly gates: readonly {
    readonly gate: string
    readonly verdict: Verdict
    readonly why: string
    readonly trace?: Trace
  }[]
}

/** A gate as it was decided, before it is put into words. */
export interface DecidedGate {
  readonly gate: string
  readonly verdict: Verdict
  readonly evaluation?: Evaluation
  /** What was counted. */
  readonly seen?: string
  /** Who has the slot. */
  readonly rival?: string
}
export type Decision = Pick<Explanation, 'id' | 'shown'> & {
  readonly slot: Slot
  readonly gates: readonly DecidedGate[]
}
