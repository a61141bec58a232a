import type { HelpInsights } from '@docent/protocol'
import type { ViewContext } from '../view-context.ts'

const percent = (part: number, whole: number): string =>
  whole === 0 ? '–' : new Intl.NumberFormat('en', { style: 'percent' }).format(part / whole)

/** The three figures of a period, each with what it is a share of. */
export const Figures = ({ view: { t }, help }: { view: ViewContext; help: HelpInsights }) => {
  const found = help.searches - help.emptySearches
  return (
    <dl class="card numbers">
      <div>
        <dt>{t('insights.answered')}</dt>
        <dd class="figure num">{percent(found, help.searches)}</dd>
        <dd class="faint">{t('insights.answered-of', { count: found, total: help.searches })}</dd>
      </div>
      <div>
        <dt>{t('insights.deflected')}</dt>
        <dd class="figure num">{percent(help.deflected, help.begun)}</dd>
        <dd class="faint">{t('insights.deflected-of', { count: help.deflected, total: help.begun })}</dd>
      </div>
      <div>
        <dt>{t('insights.chat')}</dt>
        <dd class="figure num">{help.endedInChat}</dd>
        <dd class="faint">{t('insights.chat-why')}</dd>
      </div>
    </dl>
  )
}
