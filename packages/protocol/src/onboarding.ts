import type { Id } from './primitives.ts'

/** What pressing a button of a task or a step does. */
export type Action =
  /** Goes to an address of the host app. */
  | { readonly kind: 'page'; readonly url: string; readonly label?: string }
  | { readonly kind: 'guide'; readonly id: Id; readonly label?: string }
  | { readonly kind: 'article'; readonly id: Id; readonly label?: string }
  /** Opens the chat with this text in the composer. */
  | { readonly kind: 'chat'; readonly text?: string; readonly label?: string }
  /** Calls the function of that name in the host's `actions`. */
  | { readonly kind: 'run'; readonly name: string; readonly label?: string }

/**
 * An element of the host page: a CSS selector, or one of the ways a person would name it, tried in order.
 * A target that matches several visible elements is ambiguous and counts as missing: a wrong highlight is worse than none.
 */
export type Target = string | TargetLocator | readonly TargetLocator[]
export type TargetLocator =
  | { readonly testId: string }
  | { readonly role: string; readonly name: string }
  | { readonly label: string }
  | { readonly text: string }
  | { readonly css: string }
