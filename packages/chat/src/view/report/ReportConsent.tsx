import type { Translate } from '@docent/core'
import type { BugReport } from '@docent/protocol'
import type { Signal } from '@preact/signals'
import type { Opening } from '../../acts.ts'
import type { reportMessages } from './report-messages.ts'

interface ReportConsentProps {
  readonly t: Translate<typeof reportMessages>
  readonly report: BugReport
  readonly opening: Signal<Opening>
}

/** What goes along, all of it to be seen before it is sent, and how to leave it out. */
export const ReportConsent = ({ t, report, opening }: ReportConsentProps) => {
  const isSent = opening.value.report !== undefined
  const toggle = (): void => {
    const { report: _, ...others } = opening.peek()
    opening.value = isSent ? others : { ...others, report }
  }
  return (
    <div class="report">
      <label>
        <input type="checkbox" checked={isSent} onChange={toggle} />
        {t(report.errors ? 'report.send' : 'report.send-less')}
      </label>
      <details>
        <summary>{t('report.see')}</summary>
        <dl>
          {factsOf(report, t).map(([label, value]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      </details>
    </div>
  )
}

/** Every field, as it goes. */
function factsOf(report: BugReport, t: ReportConsentProps['t']): readonly (readonly [label: string, value: string])[] {
  const { url, title, userAgent, language, timeZone, viewport, appVersion, errors = [], extra = {} } = report
  const facts: readonly (readonly [string, string | undefined])[] = [
    [t('report.page'), url],
    [t('report.title'), title],
    [t('report.version'), appVersion],
    [t('report.browser'), userAgent],
    [t('report.language'), [language, timeZone].filter(Boolean).join(' · ')],
    [t('report.window'), viewport && `${viewport.widthPx} × ${viewport.heightPx} @${viewport.pixelRatio}x`],
    ...Object.entries(extra).map(
      ([name, value]) => [name, typeof value === 'string' ? value : JSON.stringify(value)] as const,
    ),
    [
      t('report.errors', { count: errors.length }),
      errors.map(({ message, source }) => [message, source].filter(Boolean).join(' · ')).join('\n'),
    ],
  ]
  return facts.flatMap(([label, value]) => (value ? [[label, value] as const] : []))
}
