/** What `news()` is given. */
export interface NewsOptions {
  /**
   * Address of the folder that `docent build` wrote, the one with `manifest.json`; absolute, or relative to the host page.
   * @default `help` of the app's configuration where that is a whole address, else what the transport's `content` query answers
   */
  readonly content?: string
  /** For how many days an entry that was not seen counts as unread. @default 30 */
  readonly unreadForDays?: number
}
