import type { Json } from '@docent/protocol'

/** Draws a part of a message into an element that is its own; answers what ends it, if anything. */
export type PartRenderer = (data: Json, container: HTMLElement) => (() => void) | undefined

export interface ChatOptions {
  /**
   * Articles are suggested while a new conversation is being written, where the help feature is installed.
   * @default true
   */
  readonly suggestArticles?: boolean
  /**
   * Draws `custom` parts of messages, by their name. Parts without one here are shown as their `fallback`. What is drawn lies
   * inside the widget's shadow root: styles of the page do not reach it.
   * @example chat({ parts: { order: (data, container) => void (container.textContent = `Order ${data}`) } })
   */
  readonly parts?: Readonly<Record<string, PartRenderer>>
}
