export interface ChatOptions {
  /**
   * Articles are suggested while a new conversation is being written, where the help feature is installed.
   * @default true
   */
  readonly suggestArticles?: boolean
}
