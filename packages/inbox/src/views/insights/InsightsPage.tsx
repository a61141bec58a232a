import type { HelpInsights } from '@docent/protocol'
import { EmptyState, Icon, iconChart, iconOffline, SkeletonLines } from '@docent/ui/parts'
import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { iconMenu } from '../icons.ts'
import type { ViewContext } from '../view-context.ts'
import { ArticleTable } from './ArticleTable.tsx'
import { DayChart } from './DayChart.tsx'
import { Figures } from './Figures.tsx'
import { MissingTable } from './MissingTable.tsx'

const periods = [7, 28, 90] as const
const dayMs = 86_400_000

/** Whether the help centre works: what is searched in vain, what leaves questions, and what articles answer. */
export const InsightsPage = ({ view }: { view: ViewContext }) => {
  const { t, model, screen } = view
  const days = useSignal<number>(28)
  const answer = useSignal<HelpInsights | 'loading' | 'failed'>('loading')
  const load = (): void => {
    const asked = days.peek()
    const show = (value: HelpInsights | 'failed'): void => void (days.peek() === asked && (answer.value = value))
    answer.value = 'loading'
    // Whole days, today included.
    const to = Math.ceil(Date.now() / dayMs) * dayMs
    model.link.query('insights', { from: to - asked * dayMs, to }).then(
      ({ help }) => show(help),
      () => show('failed'),
    )
  }
  useEffect(load, [days.value])
  return (
    <main class="insights">
      <div class="topbar">
        <button
          type="button"
          class="tool to-side"
          aria-label={t('side.open')}
          aria-expanded={screen.sideOpen.value}
          onClick={() => void (screen.sideOpen.value = true)}
        >
          <Icon path={iconMenu} />
        </button>
        <h1 class="title grow one" tabIndex={-1} data-focus>
          {t('insights.title')}
        </h1>
        <select
          class="field period"
          aria-label={t('insights.period')}
          value={String(days.value)}
          onChange={(event) => void (days.value = Number(event.currentTarget.value))}
        >
          {periods.map((count) => (
            <option key={count} value={String(count)}>
              {t('insights.days', { count })}
            </option>
          ))}
        </select>
      </div>
      <div class="figures">
        <Content view={view} help={answer.value} onRetry={load} />
      </div>
    </main>
  )
}

interface ContentProps {
  readonly view: ViewContext
  readonly help: HelpInsights | 'loading' | 'failed'
  onRetry(): void
}

const Content = ({ view, help, onRetry }: ContentProps) => {
  const { t } = view
  if (help === 'loading') return <SkeletonLines label={t('insights.loading')} widths={[40, 86, 64, 100, 100, 86]} />
  if (help === 'failed')
    return (
      <EmptyState level="h2" icon={iconOffline} title={t('insights.failed')}>
        <p>{t('insights.failed-why')}</p>
        <button type="button" class="button" onClick={onRetry}>
          {t('insights.retry')}
        </button>
      </EmptyState>
    )
  if (help.searches + help.begun + help.articles.length === 0)
    return (
      <EmptyState level="h2" icon={iconChart} title={t('insights.none')}>
        <p>{t('insights.none-why')}</p>
      </EmptyState>
    )
  return (
    <>
      <Figures view={view} help={help} />
      <DayChart view={view} days={help.days} />
      <MissingTable view={view} rows={help.missing} />
      <ArticleTable view={view} rows={help.articles} />
    </>
  )
}
