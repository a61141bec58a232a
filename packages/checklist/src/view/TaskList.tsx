import type { FeatureContext } from '@docent/core'
import { Ring } from '@docent/ui/parts'
import { useSignal } from '@preact/signals'
import { checklistMessages } from '../messages.ts'
import type { ChecklistModel } from '../model.ts'
import type { Checklist } from '../reduce.ts'
import { TaskRow } from './TaskRow.tsx'

interface TaskListProps {
  readonly context: FeatureContext
  readonly model: ChecklistModel
  readonly checklist: Checklist
}

/** How far, then the tasks. One is open: the one the visitor chose while it can be done, else the next. */
export function TaskList({ context, model, checklist }: TaskListProps) {
  const t = context.translator(checklistMessages)
  const chosen = useSignal('')
  const { definition, tasks, done, total, next, minutesLeft } = checklist
  const open = tasks.find(({ id, state }) => id === chosen.value && state === 'open') ?? next
  const put = (away: 'snooze' | 'dismiss') => (
    <button
      type="button"
      class="link"
      onClick={() => {
        model.snooze(checklist, away === 'dismiss')
        context.close()
      }}
    >
      {t(away)}
    </button>
  )
  return (
    <>
      <div class="body stack tight tasks">
        <div class="row">
          <Ring value={total ? done / total : 0} />
          <div class="grow">
            <p class="title">{t('progress', { done, total })}</p>
            {minutesLeft > 0 && <p class="small quiet">{t('minutes', { count: minutesLeft })}</p>}
          </div>
        </div>
        {definition.description && <p class="small quiet about">{definition.description}</p>}
        <ol>
          {tasks.map((task) => (
            <TaskRow
              key={task.id}
              context={context}
              task={task}
              open={task === open}
              onOpen={() => (chosen.value = task.id)}
              onSkip={(skipped) => model.skip(checklist, task, skipped)}
              onTick={(done) => model.complete(definition.id, task.id, done)}
            />
          ))}
        </ol>
      </div>
      {next && (
        <footer class="foot row">
          <span class="grow small quiet">{t('itself')}</span>
          {put('snooze')}
          {/* What is required cannot be left out: not by leaving out the list either. */}
          {!tasks.some(({ required, state }) => required && state !== 'done') && put('dismiss')}
        </footer>
      )}
    </>
  )
}
