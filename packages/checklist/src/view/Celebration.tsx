import type { FeatureContext } from '@docent/core'
import { useEffect } from 'preact/hooks'
import { checklistMessages } from '../messages.ts'
import type { ChecklistModel } from '../model.ts'
import type { Checklist } from '../reduce.ts'
import { Confetti } from './Confetti.tsx'

interface CelebrationProps {
  readonly context: FeatureContext
  readonly model: ChecklistModel
  readonly checklist: Checklist
  onList(): void
}

const dayMs = 86_400_000

/** All is done: names the fact, then the next step. */
export function Celebration({ context, model, checklist, onList }: CelebrationProps) {
  const t = context.translator(checklistMessages)
  useEffect(() => model.celebrate(checklist), [checklist.definition.id])
  const done = checklist.tasks.filter(({ doneAt }) => doneAt).sort((a, b) => a.doneAt - b.doneAt)
  const [first, last] = [done[0], done.at(-1)]
  const days = first && last ? Math.round((last.doneAt - first.doneAt) / dayMs) : 0
  const date = new Intl.DateTimeFormat(context.locale.value, { day: 'numeric', month: 'long' })
  const next = model.shown.value.find((other) => other.next && other.definition.id !== checklist.definition.id)
  return (
    <div class="body celebrate">
      <Confetti />
      <h3>{t('celebrate.title', { count: checklist.total, total: checklist.total })}</h3>
      <p class="quiet">
        {last && t('celebrate.text', { task: last.title, date: date.format(last.doneAt) })}{' '}
        {days > 0 && t('celebrate.days', { count: days })}
      </p>
      {next ? (
        <button type="button" class="button main" onClick={() => context.open('checklist', next.definition.id)}>
          {t('celebrate.next', { title: next.definition.title })}
        </button>
      ) : (
        <button type="button" class="button main" onClick={() => context.close()}>
          {t('celebrate.close')}
        </button>
      )}
      <button type="button" class="button plain" onClick={onList}>
        {t('celebrate.tasks')}
      </button>
    </div>
  )
}
