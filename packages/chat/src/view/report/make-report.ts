import type { FeatureContext } from '@docent/core'
import type { BugReport } from '@docent/protocol'
import type { BugReportOptions } from '../../options.ts'

/** The circumstances of a bug, as they are now. Of the address all that may be private is left out. */
export function makeReport(
  { page, services }: Pick<FeatureContext, 'page' | 'services'>,
  { appVersion, extra }: BugReportOptions = {},
): BugReport {
  const { origin, pathname } = new URL(page.url.peek())
  const errors = services.get('lastErrors')?.() ?? []
  return {
    url: origin + pathname,
    title: page.title(),
    userAgent: navigator.userAgent,
    language: navigator.language,
    timeZone: new Intl.DateTimeFormat().resolvedOptions().timeZone,
    viewport: { widthPx: innerWidth, heightPx: innerHeight, pixelRatio: devicePixelRatio },
    ...(appVersion && { appVersion }),
    ...(errors.length > 0 && { errors }),
    ...(extra && { extra: extra() }),
  }
}
