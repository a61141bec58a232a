import type { HelpDay } from '@docent/protocol'
import type { ViewContext } from '../view-context.ts'

const height = 120

/** A bar for each day: who began to write, and of them those whom an article answered. The list says the same in words. */
export const DayChart = ({ view: { t }, days }: { view: ViewContext; days: readonly HelpDay[] }) => {
  const most = Math.max(1, ...days.map(({ begun }) => begun))
  const dayOf = (day: number): string =>
    new Intl.DateTimeFormat('en', { day: 'numeric', month: 'short', timeZone: 'UTC' }).format(day)
  const [first, last] = [days[0], days.at(-1)]
  return (
    <section class="card stack">
      <div>
        <h2 class="title">{t('insights.by-day')}</h2>
        <p class="small quiet">{t('insights.by-day-why')}</p>
      </div>
      <svg class="chart" viewBox={`0 0 ${days.length} ${height}`} preserveAspectRatio="none" aria-hidden="true">
        {days.map(({ day, begun, deflected }, index) => (
          <g key={day}>
            <rect x={index + 0.15} width={0.7} y={height * (1 - begun / most)} height={(height * begun) / most} />
            <rect
              class="deflected"
              x={index + 0.15}
              width={0.7}
              y={height * (1 - deflected / most)}
              height={(height * deflected) / most}
            />
          </g>
        ))}
      </svg>
      <div class="row faint num" aria-hidden="true">
        <span class="grow">{first && dayOf(first.day)}</span>
        <span>{last && dayOf(last.day)}</span>
      </div>
      <ul class="hidden">
        {days
          .filter(({ begun }) => begun > 0)
          .map(({ day, begun, deflected }) => (
            <li key={day}>{t('insights.day', { day: dayOf(day), deflected, begun })}</li>
          ))}
      </ul>
    </section>
  )
}
