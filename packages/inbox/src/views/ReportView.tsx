import { type BugReport, safeHref } from '@docent/protocol'
import type { ViewContext } from './view-context.ts'

/** The circumstances of a bug, as the visitor sent them. */
export const ReportView = ({ view: { t, times }, report }: { view: ViewContext; report: BugReport }) => {
  const { url, userAgent, viewport, appVersion, language, errors = [], extra = {} } = report
  const ratio = viewport?.pixelRatio === undefined ? '' : ` @${viewport.pixelRatio}x`
  const facts = [
    [t('report.version'), appVersion],
    [t('report.browser'), userAgent],
    [t('report.window'), viewport && `${viewport.widthPx} × ${viewport.heightPx}${ratio}`],
    [t('report.language'), language],
    ...Object.entries(extra).map(([name, value]) => [name, typeof value === 'string' ? value : JSON.stringify(value)]),
  ]
  const href = safeHref(url)
  return (
    <div class="stack tight report">
      <h4 class="label">{t('report.label')}</h4>
      <dl class="facts">
        <div>
          <dt>{t('report.page')}</dt>
          <dd>
            {href ? (
              <a href={href} target="_blank" rel="noopener noreferrer">
                {url}
              </a>
            ) : (
              url
            )}
          </dd>
        </div>
        {facts.map(
          ([label, value]) =>
            value && (
              <div key={label}>
                <dt class="one">{label}</dt>
                <dd>{value}</dd>
              </div>
            ),
        )}
      </dl>
      {errors.length > 0 && (
        <details>
          <summary>{t('report.errors', { count: errors.length })}</summary>
          <ol class="errors">
            {errors.map(({ message, source, at }) => (
              <li key={`${at}${message}`}>
                <code>{message}</code>
                <span class="faint">{[source, times.time(at)].filter(Boolean).join(' · ')}</span>
              </li>
            ))}
          </ol>
        </details>
      )}
    </div>
  )
}
