import type { Rule } from '@docent/core'
import type { Action, Id, Target } from '@docent/protocol'

export type Placement = 'top' | 'bottom' | 'start' | 'end'

/**
 * `anchored`: a card beside its target, or in the middle; the page stays usable. `modal`: holds the page; only the card and its target can be
 * used. `hotspot`: a dot on the target, which opens the card. `banner`: a bar at the `top` or `bottom` (its `placement`). `question`: a card that asks.
 * `hidden`: nothing is shown; waits for its `advance`, or goes on at once.
 */
export type StepKind = 'anchored' | 'modal' | 'hotspot' | 'banner' | 'question' | 'hidden'

/** `StepId`: the ids of the tour's own steps, where `defineTour()` knows them. */
export interface StepDefinition<StepId extends Id = Id> {
  readonly id: StepId
  /** Default `anchored`. */
  readonly kind?: StepKind
  /**
   * The page it lives on; elsewhere the tour waits. An address (`/settings/bank?tab=2`) is also gone to by "Next"; a pattern
   * (`/invoices/:id`) is reached by the visitor. Default: any page.
   */
  readonly page?: string
  /** What it points at. Default: nothing, the step stands in the middle. */
  readonly target?: Target
  /** Of a `hidden` step never seen. */
  readonly title: string
  readonly text: string
  /** Side of the target, as far as there is room. Default `bottom`. */
  readonly placement?: Placement
  /** What leads to the next step. Default the button. */
  readonly advance?: Advance
  /** Where it goes on to: the first branch that holds, else the step after it. */
  readonly next?: readonly Branch<NoInfer<StepId>>[]
  /** What a step of kind `question` asks for. */
  readonly question?: Question
  /** One more button. */
  readonly action?: Action
  /** How long to look for the target before {@link ifMissing}, in ms. Default 8000. */
  readonly waitMs?: number
  /**
   * When there is no target: `centre` shows the step in the middle, `skip` goes on to the next, `end` ends the tour, an article or the chat is
   * opened instead of the rest. A tour that ends so counts as left, not as finished. Default `centre`.
   */
  readonly ifMissing?: 'centre' | 'skip' | 'end' | Extract<Action, { readonly kind: 'article' | 'chat' }>
}

export type Advance =
  | { readonly kind: 'button' }
  /** A click on the target, by mouse, finger or key. */
  | { readonly kind: 'click' }
  /**
   * The target, a field, has a value that the browser accepts and that passes, a second after the last key. `pattern`: a regular expression for
   * the whole value. `accepts`: your own check; it may ask a server.
   */
  | {
      readonly kind: 'input'
      readonly pattern?: string
      readonly accepts?: (value: string) => boolean | Promise<boolean>
    }
  /** The visitor is on a page that matches. */
  | { readonly kind: 'page'; readonly path: string }
  /** `docent.track(name)` was called. */
  | { readonly kind: 'event'; readonly name: string }

/** Holds when its rule is true, and its answer was given; without either, always. */
export interface Branch<StepId extends Id = Id> {
  /** Id of a step of the same tour. Left out: the tour is over. */
  readonly to?: StepId
  readonly when?: Rule
  /** Of a `question`: the option, or the range of the rating. */
  readonly answer?: string | { readonly atLeast?: number; readonly atMost?: number }
}

/**
 * What is asked. The answer is tracked as `question_answered { tour, step, answer }` and kept in the visitor state, which reaches your server, under
 * `guide/<tour>/answer/<step>`. Nobody has to answer.
 * @example { kind: 'rating', from: 0, to: 10, lowest: 'Not likely', highest: 'Very likely' } // NPS
 */
export type Question =
  | {
      readonly kind: 'rating'
      /** Default 1. */
      readonly from?: number
      /** Default 5. */
      readonly to?: number
      /** What the ends mean. */
      readonly lowest?: string
      readonly highest?: string
    }
  | { readonly kind: 'choice'; readonly options: readonly string[] }
  | { readonly kind: 'text' }
export type Answer = string | number
