import type { Rule } from '@docent/core'
import type { Action, Id, Target } from '@docent/protocol'
import type { NudgeDefinition } from './nudges/nudge-definition.ts'
import type { Placement, StepDefinition } from './step.ts'

export * from './step.ts'

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
export interface GuideOptions<TourId extends Id = Id> {
  readonly tours?: readonly TourDefinition<TourId>[]
  readonly tips?: readonly TipDefinition[]
  /** Messages by the launcher that come by themselves; one at a time. */
  readonly nudges?: readonly NudgeDefinition[]
  /** Dots on what is new; any number at a time. */
  readonly hotspots?: readonly HotspotDefinition[]
  /** Bars at an edge of the page; one at a time. */
  readonly banners?: readonly BannerDefinition[]
}

export interface TourDefinition<TourId extends Id = Id, StepId extends Id = Id> {
  /** Letters, digits, `.`, `-` and `_`; what is kept about the visitor is kept under it. */
  readonly id: TourId
  /** What the tour is about, for screen readers. Default: the step's own title. */
  readonly title?: string
  /** Starts by itself once this is true and the screen is free, until the visitor has finished or left it. Default: only on demand. */
  readonly when?: Rule
  /** What it leads to was done, or used: from then on it is over for good, also in its middle. */
  readonly until?: Rule
  /** Of two that want to start, the higher goes first. Default 0. */
  readonly priority?: number
  /** At least one. */
  readonly steps: readonly StepDefinition<StepId>[]
}

/**
 * `tip`: what the control does. `term`: what the word means. `validate`: what the field accepts, while the visitor is in it. `error`: why it
 * was not accepted, while it is invalid.
 */
export type TipKind = 'tip' | 'term' | 'validate' | 'error'

/** A short explanation that shows on hover, focus and long press. In markup: `data-docent-tip`, `-term`, `-validate`, `-error`. */
export interface TipDefinition<TipId extends Id = Id> {
  readonly id: TipId
  /** Default `tip`. */
  readonly kind?: TipKind
  readonly target: Target
  readonly text: string
}

/** What hotspots and banners have in common. Each is there until the visitor has closed it, on every device. */
interface NoticeDefinition<NoticeId extends Id = Id> {
  /** Letters, digits, `.`, `-` and `_`; its own among tours, hotspots and banners. */
  readonly id: NoticeId
  /** Default: always. */
  readonly when?: Rule
  /** The feature was used: it goes for good. `{ kind: 'event', name: 'report_exported' }` */
  readonly until?: Rule
  readonly text: string
  /** One more button. */
  readonly action?: Action
}

/** A dot on a control, which says more when it is pressed. Never takes the focus, never scrolls. */
export interface HotspotDefinition<HotspotId extends Id = Id> extends NoticeDefinition<HotspotId> {
  readonly target: Target
  readonly title: string
  /** Side of the target, as far as there is room. Default `bottom`. */
  readonly placement?: Placement
}

/** A bar with one message. Never takes the focus. */
export interface BannerDefinition<BannerId extends Id = Id> extends NoticeDefinition<BannerId> {
  /** Default `bottom`. */
  readonly edge?: 'top' | 'bottom'
  /** Of two, the higher goes first. Default 0. */
  readonly priority?: number
}

/** `true` for an address, `false` for a pattern that one cannot go to. */
export const isAddress = (page: string): boolean => !/\*|\/:/.test(page)
