import type { FeatureContext } from '@docent/core'
import { adopts } from '@docent/ui/parts'
import { useEffect } from 'preact/hooks'
import { celebrate } from '../celebrate.ts'
import type { ChecklistModel } from '../model.ts'
import type { Checklist } from '../reduce.ts'
import { Confetti } from './Confetti.tsx'
import styles from './celebration.css?inline'
import { celebrationMessages } from './celebration-messages.ts'

const adoptCelebration = adopts(styles)

export interface CelebrationProps {
  readonly context: FeatureContext
  readonly model: ChecklistModel
  readonly checklist: Checklist
  onList(): void
}

/** All is done: names the fact, then the next step. A chunk of its own: most visits are not the last. */
export function Celebration({ context, model, checklist, onList }: CelebrationProps) {
  const t = context.translator(celebrationMessages)
  const { definition, tasks, total } = checklist
  // A closed panel keeps its view: what nobody has looked at was not seen.
  const isSeen = context.panel.value !== undefined
  useEffect(() => {
    if (isSeen) celebrate(context, checklist)
  }, [definition.id, isSeen])
  const last = tasks.reduce((latest, task) => (task.doneAt >= latest.doneAt ? task : latest))
  const date = new Date(last.doneAt).toLocaleDateString(context.locale.value, { day: 'numeric', month: 'long' })
  const next = model.shown.value.find((other) => other.next)?.definition
  return (
    <div ref={adoptCelebration} class="state party">
      <Confetti />
      <h3>{t('all', { count: total })}</h3>
      <p>{t('finished', { task: last.title, date })}</p>
      <button
        type="button"
        class="button main"
        onClick={() => (next ? context.open('checklist', next.id) : context.close())}
      >
        {next ? t('next', { title: next.title }) : t('close')}
      </button>
      <button type="button" class="button plain" onClick={onList}>
        {t('tasks')}
      </button>
    </div>
  )
}
