/** What keeps `docent check` from looking at a page. */
export type BrowserErrorCode = 'playwright-missing' | 'browser-missing' | 'page-unreachable' | 'storage-state-invalid'

export class BrowserError extends Error {
  override readonly name = 'BrowserError'
  constructor(
    readonly code: BrowserErrorCode,
    message: string,
    readonly remedy: string,
  ) {
    super(message)
  }
}
