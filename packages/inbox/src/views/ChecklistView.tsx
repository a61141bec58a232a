import type { ChecklistProgress } from '@docent/protocol'
import type { ViewContext } from './view-context.ts'

/** How far the visitor is, and what comes next for them. */
export const ChecklistView = ({ view, checklist }: { view: ViewContext; checklist: ChecklistProgress }) => {
  const { t } = view
  const { title, done, total, next } = checklist
  const count = t('visitor.progress', { done, total })
  return (
    <div class="stack tight part">
      <div class="row tight">
        <h3 class="label grow">{title}</h3>
        <span class="faint num">{count}</span>
      </div>
      <div
        role="progressbar"
        aria-label={title}
        aria-valuemin={0}
        aria-valuemax={total}
        aria-valuenow={done}
        aria-valuetext={count}
      >
        <svg class="bar" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
          <rect width={total > 0 ? (100 * done) / total : 0} height="4" />
        </svg>
      </div>
      <p class="quiet">{next && done < total ? t('visitor.next', { task: next }) : t('visitor.finished')}</p>
    </div>
  )
}
