import type { FeatureContext } from '@docent/core'
import type { BugReport } from '@docent/protocol'

type PageError = NonNullable<BugReport['errors']>[number]

const kept = 10
/** What the backend takes of a message, in characters. */
const maxLength = 500

/** Keeps the newest errors of the page for a bug report, in memory: uncaught ones, and promises that nobody caught. */
export function collectErrors({ scope, clock, services }: Pick<FeatureContext, 'scope' | 'clock' | 'services'>): void {
  const errors: PageError[] = []
  const keep = (reason: unknown, source?: string): void => {
    const message = reason instanceof Error ? `${reason.name}: ${reason.message}` : String(reason)
    errors.push({ message: message.slice(0, maxLength), at: clock.now(), ...(source && { source }) })
    if (errors.length > kept) errors.shift()
  }
  const { signal } = scope
  window.addEventListener(
    'error',
    ({ error, message, filename, lineno }) => keep(error ?? message, filename && `${pathOf(filename)}:${lineno}`),
    { signal },
  )
  window.addEventListener('unhandledrejection', ({ reason }) => keep(reason), { signal })
  services.provide({ lastErrors: () => [...errors] })
}

/** Without host and query. */
const pathOf = (url: string): string => (URL.canParse(url) ? new URL(url).pathname : url).slice(0, 200)
