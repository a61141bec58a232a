import type { Rule } from '@docent/core'
import type { Action, Id, Target } from '@docent/protocol'
import type { NudgeDefinition } from './nudges/nudge-definition.ts'

/**
 * What `guide()` is given. Tips may also be written in the host's markup: `<button data-docent-tip="Makes a copy to edit">`.
 * @example
 * guide({
 *   tours: [{ id: 'first-invoice', when: { kind: 'page', path: '/invoices' }, steps: [
 *     { id: 'new', target: { role: 'button', name: 'New invoice' }, title: 'Write your first invoice', text: 'Choose a client and add one line.', advance: { kind: 'click' } },
 *     { id: 'send', page: '/invoices/new', target: { testId: 'send' }, title: 'Send it', text: 'It goes out at once.' },
 *   ] }],
 * })
 */
export interface GuideOptions {
  readonly tours?: readonly TourDefinition[]
  readonly tips?: readonly TipDefinition[]
  /** Messages by the launcher that come by themselves; one at a time. */
  readonly nudges?: readonly NudgeDefinition[]
}

export interface TourDefinition {
  /** Letters, digits, `.`, `-` and `_`; what is kept about the visitor is kept under it. */
  readonly id: Id
  /** What the tour is about, for screen readers. Default: the step's own title. */
  readonly title?: string
  /** Starts by itself once this is true and the screen is free, until the visitor has finished or left it. Default: only on demand. */
  readonly when?: Rule
  /** Of two that want to start, the higher goes first. Default 0. */
  readonly priority?: number
  /** At least one. */
  readonly steps: readonly StepDefinition[]
}

export type Placement = 'top' | 'bottom' | 'start' | 'end'

export interface StepDefinition {
  readonly id: Id
  /**
   * The page it lives on; elsewhere the tour waits. An address (`/settings/bank?tab=2`) is also gone to by "Next"; a pattern
   * (`/invoices/:id`) is reached by the visitor. Default: any page.
   */
  readonly page?: string
  /** What it points at. Default: nothing, the step stands in the middle. */
  readonly target?: Target
  readonly title: string
  readonly text: string
  /** Side of the target, as far as there is room. Default `bottom`. */
  readonly placement?: Placement
  /** What leads to the next step. Default the button. */
  readonly advance?: Advance
  /** One more button. */
  readonly action?: Action
  /** How long to look for the target before the step is shown without it, in ms. Default 8000. */
  readonly waitMs?: number
}

export type Advance =
  | { readonly kind: 'button' }
  /** A click on the target, by mouse, finger or key. */
  | { readonly kind: 'click' }
  /** The visitor is on a page that matches. */
  | { readonly kind: 'page'; readonly path: string }
  /** `docent.track(name)` was called. */
  | { readonly kind: 'event'; readonly name: string }

/**
 * `tip`: what the control does. `term`: what the word means. `validate`: what the field accepts, while the visitor is in it. `error`: why it
 * was not accepted, while it is invalid.
 */
export type TipKind = 'tip' | 'term' | 'validate' | 'error'

/** A short explanation that shows on hover, focus and long press. In markup: `data-docent-tip`, `-term`, `-validate`, `-error`. */
export interface TipDefinition {
  readonly id: Id
  /** Default `tip`. */
  readonly kind?: TipKind
  readonly target: Target
  readonly text: string
}

/** `true` for an address, `false` for a pattern that one cannot go to. */
export const isAddress = (page: string): boolean => !/\*|\/:/.test(page)
