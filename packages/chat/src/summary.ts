/** Read on every page view, before anything is loaded. */
export const summaryKey = 'cache/chat/summary'
export interface Summary {
  readonly unread: number
  /** There is a conversation that may be answered while the visitor is away. */
  readonly open: boolean
}
